package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.query.Filter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Verifies a ledger: recomputes every chain and content hash and compares the numbering and order
 * of revisions, heads and tombstones with last revisions, routes with heads in both directions,
 * scope digests with heads, and each item with its encoding. It never scans: an item that no other
 * refers to is not found. It can run while sweeps record. Not thread-safe; an instance runs once.
 */
public final class Verifier {
  private static final int ROUNDS = 4;
  private static final int MOST_YEARS = 30;
  private static final String RESOURCE = "RESOURCE#";

  private final LedgerReader reader;
  private final InstantSource clock;
  private final Filter filter;
  private final VerificationState verification;
  private final Set<Scope> scopes = new TreeSet<>();
  private final Set<Arn> strays = new HashSet<>();
  private int known;

  /**
   * Creates a verification.
   *
   * @param clock gives the last day
   * @param filter the scopes to verify; conditions on documents are ignored
   */
  public Verifier(LedgerReader reader, InstantSource clock, Filter filter) {
    this.reader = reader;
    this.clock = clock;
    this.filter = filter;
    this.verification = new VerificationState(clock.instant());
  }

  /** Verifies everything. */
  public Verification run() {
    knownScopes();
    unknownScopes();
    changes();
    routes();
    reader.format().ifPresent(verification::found);
    reader.unmodeledMembers().forEach(verification::found);
    reader.pendingJobs().forEach(verification::found);
    reader.accountLists().forEach(verification::found);
    reader.attempts(Instant.EPOCH).forEach(verification::found);
    reader.refusalCounts(Instant.EPOCH).forEach(verification::found);
    reader.copies().forEach(verification::found);
    return verification.result(known);
  }

  /**
   * Verifies one resource instead: its chain, its head or tombstone, and the events that prove its
   * deletions.
   */
  public Verification resource(Arn arn) {
    arn.scope().ifPresent(scope -> verification.add(strayVerification(scope, arn)));
    return verification.result(0);
  }

  /** Repeats scopes that have findings and changed while they were read. */
  private void knownScopes() {
    var pending = scopeItems();
    Map<Scope, VerificationState> walks = new TreeMap<>();
    for (var round = 0; round < ROUNDS && !pending.isEmpty(); round++) {
      pending.forEach((scope, item) -> walks.put(scope, check(scope, Optional.of(item))));
      var before = pending;
      pending = scopeItems();
      pending.entrySet().removeIf(now -> isSettled(now.getKey(), now.getValue(), before, walks));
    }
    for (var scope : pending.keySet()) {
      verification.notCovered(
          "%s: kept changing while it was read".formatted(ItemKey.scope(scope)));
      walks.computeIfAbsent(scope, unread -> verification.another()).dropFindings();
    }
    known = walks.size();
    scopes.addAll(walks.keySet());
    walks.values().forEach(verification::add);
  }

  private static boolean isSettled(
      Scope scope,
      StoredItem<ScopeEntry> now,
      Map<Scope, StoredItem<ScopeEntry>> before,
      Map<Scope, VerificationState> walks) {
    var walked = Optional.ofNullable(walks.get(scope));
    if (walked.isEmpty()) {
      return false;
    }
    return !walked.get().hasFindings()
        || !before.containsKey(scope)
        || generation(before.get(scope)).equals(generation(now));
  }

  private static Optional<Long> generation(StoredItem<ScopeEntry> item) {
    return item.readable().map(ScopeEntry::state).map(ScopeState::generation);
  }

  /** The items of the admitted scopes; a key that is not a valid scope is a finding. */
  private SortedMap<Scope, StoredItem<ScopeEntry>> scopeItems() {
    SortedMap<Scope, StoredItem<ScopeEntry>> items = new TreeMap<>();
    for (var item : reader.scopes().toList()) {
      item.key()
          .findScope()
          .ifPresentOrElse(
              scope -> items.put(scope, item),
              () -> verification.found(item.key(), "its key is not a valid scope"));
    }
    items.keySet().removeIf(scope -> !filter.admits(scope));
    return items;
  }

  /** Checks all combinations of known accounts, regions and kinds for scopes without an item. */
  private void unknownScopes() {
    var accounts = scopes.stream().map(Scope::account).distinct().toList();
    var regions = scopes.stream().map(Scope::region).distinct().toList();
    for (var account : accounts) {
      for (var region : regions) {
        for (var kind : Kind.values()) {
          unknownScope(new Scope(account, region, kind));
        }
      }
    }
  }

  private void unknownScope(Scope scope) {
    if (filter.admits(scope) && scopes.add(scope)) {
      var gathered = check(scope, Optional.empty());
      verification.add(gathered.hasFindings() ? check(scope, reader.findScope(scope)) : gathered);
    }
  }

  private VerificationState check(Scope scope, Optional<StoredItem<ScopeEntry>> item) {
    return ScopeCheck.check(reader, scope, item, verification.another());
  }

  private void changes() {
    var tomorrow = ChangeDays.day(clock.instant()).plusDays(1);
    var oldest = tomorrow.minusYears(MOST_YEARS);
    var first = verification.earliest().map(ChangeDays::day).orElse(tomorrow.minusYears(1));
    if (first.isBefore(oldest)) {
      verification.notCovered("changes before " + oldest);
      first = oldest;
    }
    new ChangeDays(first, tomorrow).stream().forEach(this::changes);
  }

  private void changes(LocalDate day) {
    for (var stored : reader.changes(day).toList()) {
      var key = stored.key();
      var arn =
          key.pk().startsWith(RESOURCE)
              ? Arn.find(key.pk().substring(RESOURCE.length()))
              : Optional.<Arn>empty();
      if (arn.isEmpty() || arn.get().scope().isEmpty()) {
        verification.found(key, "does not belong to an inventoried resource");
        continue;
      }
      stray(arn.get());
    }
  }

  private void routes() {
    var check = new RouteCheck(reader, filter, verification, this::stray);
    Set<String> done = new HashSet<>();
    for (var models = new TreeSet<>(verification.models()); !models.isEmpty(); ) {
      models.forEach(check::model);
      done.addAll(models);
      models.addAll(verification.models());
      models.removeAll(done);
    }
  }

  /** Verifies a resource that the check of its scope has not covered. */
  private void stray(Arn arn) {
    var scope = arn.scope().filter(filter::admits);
    if (scope.isEmpty() || verification.covers(arn) || !strays.add(arn)) {
      return;
    }
    unknownScope(scope.get());
    if (!verification.covers(arn)) {
      verification.add(strayVerification(scope.get(), arn));
    }
  }

  /** Repeats while the head or tombstone changes. */
  private VerificationState strayVerification(Scope scope, Arn arn) {
    var gathered = verification.another();
    var before = ends(scope, arn);
    for (var round = 0; round < ROUNDS; round++) {
      gathered = verification.another();
      new ResourceCheck(reader, gathered).stray(scope, arn);
      var after = ends(scope, arn);
      if (!gathered.hasFindings() || before.equals(after)) {
        return gathered;
      }
      before = after;
    }
    gathered.dropFindings();
    gathered.notCovered("%s: kept changing while it was read".formatted(arn));
    return gathered;
  }

  private Map<String, Object> ends(Scope scope, Arn arn) {
    Map<String, Object> ends = new HashMap<>();
    reader.findHead(scope, arn).ifPresent(head -> ends.put("head", head.item()));
    reader.findTombstone(scope, arn).ifPresent(gone -> ends.put("tombstone", gone.item()));
    return ends;
  }
}
