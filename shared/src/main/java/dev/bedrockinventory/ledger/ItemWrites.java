package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts the change sets of one scope into writes.
 *
 * @param scope the scope
 * @param generation the generation of the transaction, stored in heads and tombstones
 */
record ItemWrites(Scope scope, long generation) {
  /** The writes of one change set, without the update of the scope item. */
  List<ItemWrite> of(ChangeSet changeSet) {
    var arn = changeSet.revision().arn();
    var writes = new ArrayList<ItemWrite>();
    writes.add(
        new ItemWrite.PutItem(new RevisionItem().encode(changeSet.revision()), Condition.NEW));
    writes.add(head(changeSet));
    tombstone(changeSet).ifPresent(writes::add);
    writes.addAll(routes(changeSet));
    if (changeSet.revision().number() == 1) {
      writes.add(new ItemWrite.PutItem(new ItemCodecs.KnownItem(scope).encode(arn), Condition.NEW));
    }
    return writes;
  }

  private ItemWrite head(ChangeSet change) {
    var arn = change.revision().arn();
    var unchanged =
        Condition.unchanged(
            change instanceof ChangeSet.Returned ? Optional.empty() : change.last());
    return change instanceof ChangeSet.Deleted
        ? new ItemWrite.DeleteItem(ItemKey.head(scope, arn), unchanged)
        : new ItemWrite.PutItem(new HeadItem(scope).encode(change.after(generation)), unchanged);
  }

  private Optional<ItemWrite> tombstone(ChangeSet change) {
    return switch (change) {
      case ChangeSet.First _, ChangeSet.Updated _ -> Optional.empty();
      case ChangeSet.Deleted deleted ->
          Optional.of(
              new ItemWrite.PutItem(
                  new ItemCodecs.TombstoneItem(scope)
                      .encode(
                          new Tombstone(
                              deleted.after(generation), deleted.revision().observedAt())),
                  Condition.NEW));
      case ChangeSet.Returned(var revision, var tombstone) ->
          Optional.of(
              new ItemWrite.DeleteItem(
                  ItemKey.tombstone(scope, revision.arn()),
                  Condition.unchanged(Optional.of(tombstone.last()))));
    };
  }

  private static List<ItemWrite> routes(ChangeSet change) {
    var writes = new ArrayList<ItemWrite>();
    for (var route : change.putRoutes()) {
      writes.add(new ItemWrite.PutItem(new ItemCodecs.RouteItem().encode(route), Condition.NONE));
    }
    for (var route : change.removedRoutes()) {
      writes.add(new ItemWrite.DeleteItem(key(route), Condition.NONE));
    }
    return writes;
  }

  private static ItemKey key(Route route) {
    return ItemKey.route(route.modelId(), route.profile());
  }
}
