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
 * The item writes of changes in one scope.
 *
 * @param scope the scope
 * @param generation the generation of the heads and tombstones: that of their transaction
 */
record ItemWrites(Scope scope, long generation) {
  /** The writes of one change, without the scope item. */
  List<ItemWrite> of(ChangeSet recording) {
    var arn = recording.revision().arn();
    var writings = new ArrayList<ItemWrite>();
    writings.add(
        new ItemWrite.Whole(new RevisionItem().encode(recording.revision()), Condition.NEW));
    writings.add(head(arn, recording));
    tombstone(arn, recording).ifPresent(writings::add);
    writings.addAll(routes(recording));
    if (recording.revision().number() == 1) {
      writings.add(new ItemWrite.Whole(new KnownItem(scope).encode(arn), Condition.NEW));
    }
    return writings;
  }

  private ItemWrite head(Arn arn, ChangeSet recording) {
    var unchanged = Condition.unchanged(recording.oldHead());
    return recording
        .newHead()
        .<ItemWrite>map(
            head -> new ItemWrite.Whole(new HeadItem(scope).encode(renewed(head)), unchanged))
        .orElseGet(() -> new ItemWrite.Gone(ItemKey.head(scope, arn), unchanged));
  }

  private Optional<ItemWrite> tombstone(Arn arn, ChangeSet recording) {
    var unchanged = Condition.unchanged(recording.oldTombstone().map(Tombstone::last));
    var put =
        recording
            .newTombstone()
            .map(gone -> new Tombstone(renewed(gone.last()), gone.deletedAt()))
            .map(gone -> new ItemWrite.Whole(new TombstoneItem(scope).encode(gone), unchanged));
    return put.<ItemWrite>map(writing -> writing)
        .or(() ->
            recording
                .oldTombstone()
                .map(gone -> new ItemWrite.Gone(ItemKey.tombstone(scope, arn), unchanged)));
  }

  /** A transaction names an item once: a route that is both put and removed is put. */
  private static List<ItemWrite> routes(ChangeSet recording) {
    var writings = new ArrayList<ItemWrite>();
    for (var route : recording.putRoutes()) {
      writings.add(new ItemWrite.Whole(new RouteItem().encode(route), Condition.NONE));
    }
    var put = recording.putRoutes().stream().map(ItemWrites::key).collect(Collectors.toSet());
    recording.removedRoutes().stream()
        .map(ItemWrites::key)
        .filter(key -> !put.contains(key))
        .forEach(key -> writings.add(new ItemWrite.Gone(key, Condition.NONE)));
    return writings;
  }

  private static ItemKey key(Route route) {
    return ItemKey.route(route.modelId(), route.profile());
  }

  private Head renewed(Head head) {
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
