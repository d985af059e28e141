package dev.bedrockinventory.functions;

import dev.bedrockinventory.account.AccountListing;
import dev.bedrockinventory.account.OrganizationAccounts;
import dev.bedrockinventory.feed.ChangePublisher;
import dev.bedrockinventory.feed.TargetEvent;
import dev.bedrockinventory.feed.TargetEvent.TargetChange;
import dev.bedrockinventory.ledger.AccountList;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.settings.Hub;
import dev.bedrockinventory.settings.Target;
import dev.bedrockinventory.settings.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Expands the targets by the accounts of the organization, whose lists are in the ledger. A list
 * that cannot be read removes no account: the stored one is used, and a problem is reported.
 * Without entries of the organization nothing is called. Thread-safe.
 */
final class OrganizationTargets {
  private static final Duration CURRENT = Duration.ofDays(1);

  private final OrganizationAccounts accounts;
  private final Supplier<LedgerReader> reader;
  private final Supplier<PlannedScopes> scopes;
  private final ChangePublisher publisher;
  private final Hub hub;

  OrganizationTargets(
      OrganizationAccounts accounts,
      Supplier<LedgerReader> reader,
      Supplier<PlannedScopes> scopes,
      ChangePublisher publisher,
      Hub hub) {
    this.accounts = accounts;
    this.reader = reader;
    this.scopes = scopes;
    this.publisher = publisher;
    this.hub = hub;
  }

  /** The targets by the stored lists; a unit without a list is a problem. */
  Targets stored(Targets targets) {
    if (targets.units().isEmpty()) {
      return targets;
    }
    var stored = new StoredLists(reader.get());
    var unlisted =
        targets.units().stream()
            .filter(unit -> stored.find(unit).isEmpty())
            .map(unit ->
                "the accounts of organization '%s' are not yet listed; the next plan lists them"
                    .formatted(unit));
    return targets
        .expand(stored.accounts(), hub)
        .with(Stream.concat(unlisted, stored.problems()).toList());
  }

  /**
   * The targets by lists that are at most a day old. Lists of all units are read at the same time,
   * so that an account that is moved between them neither ends nor begins. What changed is
   * published before the lists are stored: a failure repeats both.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  OrganizationResult current(Targets targets, Instant at) {
    var units = targets.units();
    if (units.isEmpty()) {
      return OrganizationResult.unchanged(targets);
    }
    var stored = new StoredLists(reader.get());
    var problems = new ArrayList<>(stored.problems().toList());
    if (units.stream()
        .allMatch(unit -> stored.find(unit).filter(is -> current(is, at)).isPresent())) {
      return OrganizationResult.unchanged(targets.expand(stored.accounts(), hub).with(problems));
    }
    var lists = list(units, stored, at, problems);
    var now = new HashMap<>(stored.accounts());
    lists.forEach(list -> now.put(list.unit(), list.accounts()));
    var before = new HashMap<>(now);
    before.putAll(stored.accounts());
    var expanded = targets.expand(now, hub);
    var added = without(accounts(expanded), accounts(targets.expand(before, hub)));
    var removed = without(accounts(targets.expand(before, hub)), accounts(expanded));
    var rejection = publish(added, removed, at);
    if (rejection.isPresent()) {
      problems.add(
          "%d accounts of the organization were added and %d removed, but the change bus rejected an event (%s); the next plan repeats them"
              .formatted(added.size(), removed.size(), rejection.get()));
      return OrganizationResult.unchanged(expanded.with(problems));
    }
    lists.forEach(scopes.get()::save);
    return new OrganizationResult(expanded.with(problems), added, removed);
  }

  private List<AccountList> list(
      Set<String> units, StoredLists stored, Instant at, List<String> problems) {
    var lists = new ArrayList<AccountList>();
    for (var unit : units) {
      switch (accounts.list(unit)) {
        case AccountListing.Listed(var active, _) -> lists.add(new AccountList(unit, active, at));
        case AccountListing.Failed(var reason, var error) ->
            problems.add(
                "the accounts of organization '%s' cannot be listed: %s%s; %s"
                    .formatted(unit, error, fix(reason), used(stored.find(unit))));
      }
    }
    return lists;
  }

  private static String fix(AccountListing.Reason reason) {
    return switch (reason) {
      case DENIED ->
          "; set the context key 'organization', and deploy the stack in the management account"
              + " or in a delegated administrator account";
      case NO_ORGANIZATION ->
          "; this account is not in an organization: list the accounts by their ids instead";
      case NO_UNIT -> "; the organization has no such organizational unit: correct the entry";
      case OTHER -> "";
    };
  }

  private static String used(Optional<AccountList> list) {
    return list.map(stored -> "the list of %s is used".formatted(Instants.text(stored.listedAt())))
        .orElse("there is no earlier list, so none of them is planned");
  }

  private static boolean current(AccountList list, Instant at) {
    return list.listedAt().plus(CURRENT).isAfter(at);
  }

  private Optional<String> publish(Set<String> added, Set<String> removed, Instant at) {
    return publisher
        .put(
            Stream.concat(
                    added.stream().map(account -> new TargetEvent(account, TargetChange.ADDED, at)),
                    removed.stream()
                        .map(account -> new TargetEvent(account, TargetChange.REMOVED, at)))
                .toList())
        .rejection();
  }

  private static Set<String> accounts(Targets targets) {
    return targets.targets().stream().map(Target::account).collect(Collectors.toSet());
  }

  private static SortedSet<String> without(Set<String> accounts, Set<String> others) {
    var rest = new TreeSet<>(accounts);
    rest.removeAll(others);
    return rest;
  }

  /** The lists in the ledger; a damaged one is not believed. */
  private static final class StoredLists {
    private final Map<String, AccountList> intact = new HashMap<>();
    private final List<String> damaged = new ArrayList<>();

    StoredLists(LedgerReader reader) {
      reader
          .accountLists()
          .forEach(item ->
              item.intact()
                  .ifPresentOrElse(
                      list -> intact.put(list.unit(), list), () -> damaged.add(item.problem())));
    }

    Optional<AccountList> find(String unit) {
      return Optional.ofNullable(intact.get(unit));
    }

    Map<String, SortedSet<String>> accounts() {
      return intact.values().stream()
          .collect(Collectors.toMap(AccountList::unit, AccountList::accounts));
    }

    Stream<String> problems() {
      return damaged.stream()
          .map("%s; it is not used: delete the item, the next plan lists the accounts"::formatted);
    }
  }
}
