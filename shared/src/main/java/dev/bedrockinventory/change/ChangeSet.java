package dev.bedrockinventory.change;

import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One change of one resource, recorded in full or not at all. */
public sealed interface ChangeSet {
  /** The new revision, which must not exist yet. */
  Revision revision();

  /**
   * A resource without history: there must be no head and no tombstone.
   *
   * @param basis the condition on the scope that the revision's change kind depends on
   */
  record First(Revision revision, Basis basis) implements ChangeSet {}

  /**
   * A live resource changed.
   *
   * @param head the head that was read, which must still have its revision
   */
  record Updated(Revision revision, Head head) implements ChangeSet {}

  /**
   * A live resource was deleted: there must be no tombstone.
   *
   * @param head the head that was read, which must still have its revision
   */
  record Deleted(Revision revision, Head head) implements ChangeSet {}

  /**
   * A deleted resource returned: there must be no head.
   *
   * @param tombstone the tombstone that was read, which must still have its revision
   */
  record Returned(Revision revision, Tombstone tombstone) implements ChangeSet {}

  /** What a first revision's change kind presumes; a condition of its transaction. */
  enum Basis {
    /** The scope has had no complete listing, so a first revision is a BASELINE. */
    BEFORE_FIRST_LISTING,
    /** The scope has had a complete listing. */
    AFTER_FIRST_LISTING
  }

  /** The last state before the change: that of the head or tombstone that was read. */
  default Optional<Head> last() {
    return switch (this) {
      case First _ -> Optional.empty();
      case Updated(var revision, var head) -> Optional.of(head);
      case Deleted(var revision, var head) -> Optional.of(head);
      case Returned(var revision, var tombstone) -> Optional.of(tombstone.last());
    };
  }

  /** The state after the change, as of the generation of the transaction that records it. */
  default Head after(long generation) {
    return Head.after(revision(), firstSeenAt(), generation);
  }

  /** The routes to delete. */
  default Set<Route> removedRoutes() {
    var kept =
        this instanceof Deleted
            ? Set.<String>of()
            : routesAfter().stream().map(Route::modelId).collect(Collectors.toSet());
    var removed = new HashSet<>(routesBefore());
    removed.removeIf(route -> kept.contains(route.modelId()));
    return removed;
  }

  /** The routes to put: those that are new or have other regions. */
  default Set<Route> putRoutes() {
    var put = new HashSet<>(this instanceof Deleted ? Set.of() : routesAfter());
    put.removeAll(routesBefore());
    return put;
  }

  private Instant firstSeenAt() {
    return last().map(Head::firstSeenAt).orElse(revision().observedAt());
  }

  private Set<Route> routesBefore() {
    return this instanceof Returned
        ? Set.of()
        : last().map(head -> Route.of(head.arn(), head.document())).orElse(Set.of());
  }

  private Set<Route> routesAfter() {
    return Route.of(revision().arn(), revision().document());
  }
}
