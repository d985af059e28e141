package dev.bedrockinventory.change;

import dev.bedrockinventory.change.ChangeSet.Basis;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the change set for one difference. Pure; the generation of its heads is 0 until the
 * ledger records them.
 */
public final class Recorder {
  private Recorder() {}

  /**
   * The change kind of a resource's first revision: BASELINE until the scope's first complete
   * observation has ended, and later for a customer's resource that is older than that observation.
   */
  public static ChangeKind firstChange(ScopeState state, ObservedResource sighting) {
    if (state.lastCompleteAt().isEmpty()) {
      return ChangeKind.BASELINE;
    }
    var kind = state.scope().kind();
    var olderThanFirstLook =
        !kind.isSystemDefined()
            && state
                .firstLookAt()
                .flatMap(look -> sighting.document().createdAt(kind).map(look::isAfter))
                .orElse(false);
    return olderThanFirstLook ? ChangeKind.BASELINE : ChangeKind.CREATED;
  }

  /** The first revision of a resource without history. */
  public static ChangeSet first(ScopeState state, ObservedResource sighting) {
    var revision = revision(Optional.empty(), firstChange(state, sighting), sighting);
    var basis =
        state.lastCompleteAt().isEmpty()
            ? Basis.BEFORE_FIRST_COMPLETE_LOOK
            : Basis.AFTER_FIRST_COMPLETE_LOOK;
    return live(revision, Optional.empty(), Optional.empty(), revision.observedAt(), basis);
  }

  /** The revision of a deleted resource that returned under the same ARN. */
  public static ChangeSet returned(Tombstone tombstone, ObservedResource sighting) {
    var last = tombstone.last();
    var revision = revision(Optional.of(last), ChangeKind.CREATED, sighting);
    return live(revision, Optional.empty(), Optional.of(tombstone), last.firstSeenAt(), Basis.ANY);
  }

  /** The revision of a live resource whose document changed. */
  public static ChangeSet updated(Head head, ObservedResource sighting) {
    var revision = revision(Optional.of(head), ChangeKind.UPDATED, sighting);
    return live(revision, Optional.of(head), Optional.empty(), head.firstSeenAt(), Basis.ANY);
  }

  /** The revision of a live resource that was proved to be deleted. */
  public static ChangeSet deleted(Head head, Proofs proofs, Absence absence) {
    var revision =
        Chain.seal(
            new Revision(
                head.arn(),
                head.revision() + 1,
                ChangeKind.DELETED,
                notBefore(head, absence.answeredAt()),
                head.document(),
                List.of(),
                proofs,
                head.contentHash(),
                head.chainHash(),
                Chain.START));
    var last = Head.after(revision, head.firstSeenAt(), 0);
    return new ChangeSet(
        revision,
        Optional.of(head),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Tombstone(last, revision.observedAt())),
        Route.of(head.arn(), head.document()),
        Set.of(),
        Basis.ANY);
  }

  private static Revision revision(
      Optional<Head> last, ChangeKind change, ObservedResource sighting) {
    var document = sighting.document();
    var before = last.map(Head::document).orElse(document);
    List<FieldChange> fields =
        change == ChangeKind.UPDATED ? Differ.fields(before, document) : List.of();
    var stored = Reduction.fit(document, fields);
    return Chain.seal(
        new Revision(
            sighting.arn(),
            last.map(Head::revision).orElse(0L) + 1,
            change,
            last.map(head -> notBefore(head, sighting.answeredAt()))
                .orElse(Instants.cut(sighting.answeredAt())),
            stored.document(),
            stored.fields(),
            Proofs.NONE,
            document.digest(),
            last.map(Head::chainHash).orElse(Chain.START),
            Chain.START));
  }

  private static ChangeSet live(
      Revision revision,
      Optional<Head> oldHead,
      Optional<Tombstone> oldTombstone,
      Instant firstSeenAt,
      Basis basis) {
    var routesBefore = oldHead.map(head -> Route.of(head.arn(), head.document())).orElse(Set.of());
    var routes = Route.of(revision.arn(), revision.document());
    return new ChangeSet(
        revision,
        oldHead,
        oldTombstone,
        Optional.of(Head.after(revision, firstSeenAt, 0)),
        Optional.empty(),
        withoutModelsOf(routesBefore, routes),
        without(routes, routesBefore),
        basis);
  }

  private static Set<Route> withoutModelsOf(Set<Route> routes, Set<Route> others) {
    var left = new HashSet<>(routes);
    left.removeIf(
        route -> others.stream().anyMatch(other -> other.modelId().equals(route.modelId())));
    return left;
  }

  private static Set<Route> without(Set<Route> routes, Set<Route> others) {
    var left = new HashSet<>(routes);
    left.removeAll(others);
    return left;
  }

  /** A clock that was set back must not change the order of the revisions. */
  private static Instant notBefore(Head last, Instant answeredAt) {
    var instant = Instants.cut(answeredAt);
    return instant.isBefore(last.changedAt()) ? last.changedAt() : instant;
  }
}
