package dev.bedrockinventory.change;

import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Tombstone;
import java.util.Optional;
import java.util.Set;

/**
 * One change of one resource, to be recorded as a whole or not at all. Of oldHead and oldTombstone
 * at most one is present; of newHead and newTombstone exactly one. The generation in newHead and
 * newTombstone is not decided here: the ledger writes the one of its transaction.
 *
 * @param revision the new revision, which must not exist yet
 * @param oldHead the head that was read, which must still have its revision; if absent, there must
 *     be no head
 * @param oldTombstone the tombstone that was read, which must still have its revision and is
 *     deleted
 * @param newHead the head to put; if absent, oldHead is deleted
 * @param newTombstone the tombstone to put
 * @param removedRoutes the routes to delete
 * @param putRoutes the routes to put
 * @param basis what must hold of the scope's first complete look
 */
public record ChangeSet(
    Revision revision,
    Optional<Head> oldHead,
    Optional<Tombstone> oldTombstone,
    Optional<Head> newHead,
    Optional<Tombstone> newTombstone,
    Set<Route> removedRoutes,
    Set<Route> putRoutes,
    Basis basis) {
  /** What the change kind of a first revision presumes; a condition of its transaction. */
  public enum Basis {
    /** Nothing: the resource has a history already. */
    ANY,
    /** The scope has no complete look yet, so a first revision is a BASELINE. */
    BEFORE_FIRST_COMPLETE_LOOK,
    /** The scope has had a complete look. */
    AFTER_FIRST_COMPLETE_LOOK
  }

  /** Copies the collections. */
  public ChangeSet {
    removedRoutes = Set.copyOf(removedRoutes);
    putRoutes = Set.copyOf(putRoutes);
  }
}
