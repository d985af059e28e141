package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Commit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One batch as one transaction: the update of the scope item, then the writes of each change set.
 *
 * @param scope the scope
 * @param generation the generation that the scope item must have
 * @param batch the change sets, at least one
 * @param writes the writes of the change sets
 * @param owners the resource of each write
 * @param token the idempotency token: a retry within ten minutes is not written twice
 */
record Transaction(
    Scope scope,
    long generation,
    List<ChangeSet> batch,
    List<ItemWrite> writes,
    List<Arn> owners,
    String token) {
  static Transaction of(Scope scope, long generation, List<ChangeSet> batch) {
    var itemWrites = new ItemWrites(scope, generation + 1);
    var writes = new ArrayList<ItemWrite>();
    var owners = new ArrayList<Arn>();
    for (var changeSet : batch) {
      var own = itemWrites.of(changeSet);
      writes.addAll(own);
      owners.addAll(Collections.nCopies(own.size(), changeSet.revision().arn()));
    }
    return new Transaction(scope, generation, batch, writes, owners, UUID.randomUUID().toString());
  }

  TransactWriteItemsRequest request(String table) {
    var actions =
        Stream.concat(
            Stream.of(scopeUpdate().inTransaction(table)),
            writes.stream().map(write -> write.action(table)));
    return TransactWriteItemsRequest.builder()
        .transactItems(actions.toList())
        .clientRequestToken(token)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private Update scopeUpdate() {
    var update =
        new Update(ItemKey.scope(scope))
            .set(TableLayout.GENERATION, generation + 1)
            .add(TableLayout.REVISIONS, batch.size())
            .remove(TableLayout.DIGEST)
            .atGeneration(generation);
    batch.stream()
        .map(ChangeSet::basis)
        .distinct()
        .forEach(basis -> {
          switch (basis) {
            case ANY -> {}
            case BEFORE_FIRST_COMPLETE_LOOK -> update.whereAbsent(TableLayout.LAST_COMPLETE_AT);
            case AFTER_FIRST_COMPLETE_LOOK -> update.wherePresent(TableLayout.LAST_COMPLETE_AT);
          }
        });
    return update;
  }

  /**
   * The conditions that failed according to these reasons, one reason for each action; empty if
   * none.
   */
  Optional<Commit.Lost> lost(List<CancellationReason> reasons) {
    var lost =
        IntStream.range(0, reasons.size())
            .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
            .boxed()
            .toList();
    var why =
        lost.stream().map(i -> i == 0 ? scopeCondition() : condition(writes.get(i - 1))).toList();
    var resources =
        lost.stream().filter(i -> i > 0).map(i -> owners.get(i - 1)).collect(Collectors.toSet());
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(new Commit.Lost(String.join("; ", why), resources));
  }

  private String scopeCondition() {
    var bases = batch.stream().map(ChangeSet::basis).distinct().sorted().toList();
    return "%s must be at generation %d, basis %s"
        .formatted(ItemKey.scope(scope), generation, bases);
  }

  private static String condition(ItemWrite write) {
    return write.key() + " " + write.condition().words();
  }
}
