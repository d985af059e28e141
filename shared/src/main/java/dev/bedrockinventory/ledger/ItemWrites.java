package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        new ItemWrite.PutItem(
            new RevisionItem().encode(changeSet.revision()), ItemWrite.Condition.NEW));
    writes.add(head(arn, changeSet));
    tombstone(arn, changeSet).ifPresent(writes::add);
    writes.addAll(routes(changeSet));
    if (changeSet.revision().number() == 1) {
      writes.add(
          new ItemWrite.PutItem(
              new ItemCodecs.KnownItem(scope).encode(arn), ItemWrite.Condition.NEW));
    }
    return writes;
  }

  private ItemWrite head(Arn arn, ChangeSet changeSet) {
    var unchanged = ItemWrite.Condition.unchanged(changeSet.oldHead());
    return changeSet
        .newHead()
        .<ItemWrite>map(head ->
            new ItemWrite.PutItem(new HeadItem(scope).encode(atGeneration(head)), unchanged))
        .orElseGet(() -> new ItemWrite.DeleteItem(ItemKey.head(scope, arn), unchanged));
  }

  private Optional<ItemWrite> tombstone(Arn arn, ChangeSet changeSet) {
    var unchanged = ItemWrite.Condition.unchanged(changeSet.oldTombstone().map(Tombstone::last));
    var put =
        changeSet
            .newTombstone()
            .map(gone -> new Tombstone(atGeneration(gone.last()), gone.deletedAt()))
            .map(gone ->
                new ItemWrite.PutItem(new ItemCodecs.TombstoneItem(scope).encode(gone), unchanged));
    return put.<ItemWrite>map(write -> write)
        .or(() ->
            changeSet
                .oldTombstone()
                .map(gone -> new ItemWrite.DeleteItem(ItemKey.tombstone(scope, arn), unchanged)));
  }

  /** A transaction may contain an item only once: a route that is both put and removed is put. */
  private static List<ItemWrite> routes(ChangeSet changeSet) {
    var writes = new ArrayList<ItemWrite>();
    for (var route : changeSet.putRoutes()) {
      writes.add(
          new ItemWrite.PutItem(
              new ItemCodecs.RouteItem().encode(route), ItemWrite.Condition.NONE));
    }
    var put = changeSet.putRoutes().stream().map(ItemWrites::key).collect(Collectors.toSet());
    changeSet.removedRoutes().stream()
        .map(ItemWrites::key)
        .filter(key -> !put.contains(key))
        .forEach(key -> writes.add(new ItemWrite.DeleteItem(key, ItemWrite.Condition.NONE)));
    return writes;
  }

  private static ItemKey key(Route route) {
    return ItemKey.route(route.modelId(), route.profile());
  }

  private Head atGeneration(Head head) {
    return new Head(
        head.arn(),
        head.revision(),
        generation,
        head.contentHash(),
        head.chainHash(),
        head.firstSeenAt(),
        head.changedAt(),
        head.document());
  }
}
