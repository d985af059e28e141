package dev.bedrockinventory.change;

import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Tombstone;
import java.util.Optional;
import java.util.Set;

/**
 * One change of one resource, recorded in full or not at all. Of oldHead and oldTombstone at most
 * one is present; of newHead and newTombstone exactly one. The generation in newHead and
 * newTombstone is a placeholder: the ledger writes the one of its transaction.
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
 * @param basis the condition on the scope's first complete observation
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
  /** The precondition of a first revision's change kind; a condition of its transaction. */
  public enum Basis {
    /** Nothing: the resource has a history already. */
    ANY,
    /** The scope has no complete observation yet, so a first revision is a BASELINE. */
    BEFORE_FIRST_COMPLETE_LOOK,
    /** The scope has had a complete observation. */
    AFTER_FIRST_COMPLETE_LOOK
  }

  /** Copies the collections. */
  public ChangeSet {
    removedRoutes = Set.copyOf(removedRoutes);
    putRoutes = Set.copyOf(putRoutes);
  }
}
