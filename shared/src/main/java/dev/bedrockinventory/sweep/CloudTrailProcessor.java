package dev.bedrockinventory.sweep;

import dev.bedrockinventory.cloudtrail.CloudTrailCall;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processes a CloudTrail call: saves the evidence, then refreshes the resource or tracks the import
 * job. Used by one thread.
 */
public final class CloudTrailProcessor {
  private final Function<Scope, Source> sources;
  private final Ledger ledger;
  private final ImportTracker imports;

  /** Creates a processor that reads the scopes' sources and records in the ledger. */
  public CloudTrailProcessor(
      Function<Scope, Source> sources, Ledger ledger, ImportTracker imports) {
    this.sources = sources;
    this.ledger = ledger;
    this.imports = imports;
  }

  /**
   * Processes calls of one account and region. A name or id is resolved to a live resource that is
   * not newer than the call, otherwise to the first resource deleted since. A name that matches
   * none or several resources, and a resource of another account, are left to the next sweep. The
   * evidence of a refused call is saved, and nothing is refreshed. Calls about the resources of one
   * scope share the reads of the ledger and a transaction.
   *
   * @param deadline when no further resource may be read: it is then Failed
   * @return for each call the resources that could not be resolved, then the result of each refresh
   * @throws LedgerUnavailableException if the ledger cannot be read or written
   */
  public Map<CloudTrailCall, List<RefreshResult>> run(
      Collection<CloudTrailCall> calls, Deadline deadline) {
    var results = new LinkedHashMap<CloudTrailCall, List<RefreshResult>>();
    var named = new LinkedHashMap<CloudTrailCall, List<Arn>>();
    for (var call : calls) {
      var unresolved = new ArrayList<RefreshResult>();
      named.put(call, save(call, unresolved));
      results.put(call, unresolved);
    }
    var refreshed = refresh(named.values().stream().flatMap(List::stream).toList(), deadline);
    results.forEach((call, own) ->
        named.getOrDefault(call, List.of()).stream()
            .flatMap(arn -> Optional.ofNullable(refreshed.get(arn)).stream())
            .forEach(own::add));
    return results;
  }

  /** Saves the evidence of a call; returns the resources to refresh. */
  private List<Arn> save(CloudTrailCall call, List<RefreshResult> results) {
    var changed = new ArrayList<Arn>();
    call.resources()
        .forEach((resource, refusal) ->
            resolve(call, resource)
                .ifPresentOrElse(
                    arn -> {
                      save(call, arn, refusal);
                      if (refusal.isEmpty()) {
                        changed.add(arn);
                      }
                    },
                    () -> results.add(new RefreshResult.Unresolved(resource))));
    return changed;
  }

  private Map<Arn, RefreshResult> refresh(List<Arn> arns, Deadline deadline) {
    var scopes = new TreeMap<Scope, SortedSet<Arn>>();
    for (var arn : arns) {
      arn.scope().ifPresent(scope -> scopes.computeIfAbsent(scope, _ -> new TreeSet<>()).add(arn));
    }
    var refreshed = new HashMap<Arn, RefreshResult>();
    scopes.forEach((scope, members) ->
        refreshed.putAll(Refresh.run(sources.apply(scope), ledger, scope, members, deadline)));
    return refreshed;
  }

  /** All evidence is saved before any resource is read, which may take long or fail. */
  private void save(CloudTrailCall call, Arn arn, Optional<Refusal> refusal) {
    var evidence = call.evidence(arn, refusal);
    ledger.save(evidence);
    if (refusal.isEmpty() && ImportTracker.scope(arn).isPresent()) {
      imports.begin(evidence);
    }
  }

  private Optional<Arn> resolve(CloudTrailCall call, String resource) {
    var arn = Arn.find(resource);
    if (arn.isPresent()) {
      return arn.flatMap(Arn::scope)
          .or(() -> arn.flatMap(ImportTracker::scope))
          .filter(scope -> scope.account().equals(call.account()))
          .flatMap(scope -> arn);
    }
    return named(call, resource);
  }

  /** Ids are read by key; only imported models are called by name, too. */
  private Optional<Arn> named(CloudTrailCall call, String resource) {
    var scopes =
        Stream.of(Kind.values())
            .filter(kind -> isAbout(call, kind))
            .flatMap(kind -> Scope.find(call.account(), call.region(), kind).stream())
            .toList();
    var ids = List.of(resource);
    return match(
            call,
            () -> scopes.stream().flatMap(scope -> live(ledger.heads(scope, ids))),
            () -> scopes.stream().flatMap(scope -> deleted(ledger.tombstones(scope, ids))))
        .or(() ->
            scopes.stream()
                .filter(scope -> scope.kind() == Kind.IMPORTED_MODEL)
                .findFirst()
                .flatMap(models ->
                    match(
                        call,
                        () -> live(ledger.heads(models)).filter(head -> isNamed(head, resource)),
                        () ->
                            deleted(ledger.tombstones(models))
                                .filter(gone -> isNamed(gone.last(), resource)))));
  }

  /** A model may have the name, and even the id, of a profile. */
  private static boolean isAbout(CloudTrailCall call, Kind kind) {
    return switch (call.event()) {
      case "CreateInferenceProfile", "DeleteInferenceProfile" -> kind.isProfile();
      case "DeleteImportedModel" -> kind == Kind.IMPORTED_MODEL;
      default -> true;
    };
  }

  private static Optional<Arn> match(
      CloudTrailCall call, Supplier<Stream<Head>> heads, Supplier<Stream<Tombstone>> tombstones) {
    var alive = heads.get().filter(head -> !isYoungerThan(call, head)).map(Head::arn).toList();
    return alive.isEmpty()
        ? tombstones
            .get()
            .filter(gone -> !gone.deletedAt().isBefore(call.at()))
            .min(Comparator.comparing(Tombstone::deletedAt))
            .map(gone -> gone.last().arn())
        : Optional.of(alive.getFirst()).filter(arn -> alive.size() == 1);
  }

  private static Stream<Head> live(Items<Head> heads) {
    return heads.intact().values().stream();
  }

  private static Stream<Tombstone> deleted(Items<Tombstone> tombstones) {
    return tombstones.intact().values().stream();
  }

  /** A name may have been reused since the call. */
  private static boolean isYoungerThan(CloudTrailCall call, Head head) {
    return head.arn()
        .scope()
        .flatMap(scope -> head.document().createdAt(scope.kind()))
        .filter(createdAt -> createdAt.truncatedTo(ChronoUnit.SECONDS).isAfter(call.at()))
        .isPresent();
  }

  private static boolean isNamed(Head head, String resource) {
    return head.document().name(Kind.IMPORTED_MODEL).filter(resource::equals).isPresent();
  }
}
