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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
   * Processes one call. A name or id is resolved to a live resource that is not newer than the
   * call, otherwise to the first resource deleted since. A name that matches none or several
   * resources, and a resource of another account, are left to the next sweep. The evidence of a
   * refused call is saved, and nothing is refreshed.
   *
   * @return the resources that could not be resolved, then the result of each refresh, in the order
   *     of the call's resources
   * @throws LedgerUnavailableException if the ledger cannot be read or written
   */
  public List<RefreshResult> run(CloudTrailCall call) {
    var results = new ArrayList<RefreshResult>();
    var changed = new ArrayList<Arn>();
    call.resources()
        .forEach((resource, refusal) ->
            resolve(call, resource)
                .ifPresentOrElse(
                    arn -> {
                      keep(call, arn, refusal);
                      if (refusal.isEmpty()) {
                        changed.add(arn);
                      }
                    },
                    () -> results.add(new RefreshResult.Unresolved(resource))));
    for (var arn : changed) {
      arn.scope()
          .map(scope -> new Refresh(sources.apply(scope), ledger).run(scope, arn))
          .ifPresent(results::add);
    }
    return results;
  }

  /** All evidence is saved before any resource is read, which may take long or fail. */
  private void keep(CloudTrailCall call, Arn arn, Optional<Refusal> refusal) {
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
    return called(call, resource);
  }

  private Optional<Arn> called(CloudTrailCall call, String resource) {
    var scopes =
        Stream.of(Kind.values())
            .flatMap(kind -> Scope.find(call.account(), call.region(), kind).stream())
            .toList();
    var alive =
        scopes.stream()
            .flatMap(scope -> ledger.heads(scope).values().stream())
            .filter(head -> isCalled(head, resource) && !isYoungerThan(call, head))
            .map(Head::arn)
            .toList();
    return alive.isEmpty()
        ? scopes.stream()
            .flatMap(scope -> ledger.tombstones(scope).values().stream())
            .filter(gone -> isCalled(gone.last(), resource))
            .filter(gone -> !gone.deletedAt().isBefore(call.at()))
            .min(Comparator.comparing(Tombstone::deletedAt))
            .map(gone -> gone.last().arn())
        : Optional.of(alive.getFirst()).filter(arn -> alive.size() == 1);
  }

  /** A name may have been reused since the call. */
  private static boolean isYoungerThan(CloudTrailCall call, Head head) {
    return head.arn()
        .scope()
        .flatMap(scope -> head.document().createdAt(scope.kind()))
        .filter(createdAt -> createdAt.truncatedTo(ChronoUnit.SECONDS).isAfter(call.at()))
        .isPresent();
  }

  private static boolean isCalled(Head head, String resource) {
    return head.arn().id().equals(resource)
        || head.arn()
            .scope()
            .map(Scope::kind)
            .filter(kind -> kind == Kind.IMPORTED_MODEL)
            .flatMap(kind -> head.document().name(kind))
            .filter(resource::equals)
            .isPresent();
  }
}
