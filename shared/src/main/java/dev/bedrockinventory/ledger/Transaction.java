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
 * One batch as one transaction: the scope item first, then the writes of each change.
 *
 * @param scope the scope
 * @param generation the generation that the scope item must have
 * @param batch the changes, at least one
 * @param writings the writes of the changes
 * @param owners the resource of each write
 * @param token makes DynamoDB write the transaction once, even if it is sent repeatedly within
 *     minutes
 */
record Transaction(
    Scope scope,
    long generation,
    List<ChangeSet> batch,
    List<ItemWrite> writings,
    List<Arn> owners,
    String token) {
  static Transaction of(Scope scope, long generation, List<ChangeSet> batch) {
    var write = new ItemWrites(scope, generation + 1);
    var writings = new ArrayList<ItemWrite>();
    var owners = new ArrayList<Arn>();
    for (var recording : batch) {
      var own = write.of(recording);
      writings.addAll(own);
      owners.addAll(Collections.nCopies(own.size(), recording.revision().arn()));
    }
    return new Transaction(
        scope, generation, batch, writings, owners, UUID.randomUUID().toString());
  }

  TransactWriteItemsRequest request(String table) {
    var actions =
        Stream.concat(
            Stream.of(scopeUpdate().inTransaction(table)),
            writings.stream().map(writing -> writing.action(table)));
    return TransactWriteItemsRequest.builder()
        .transactItems(actions.toList())
        .clientRequestToken(token)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private Update scopeUpdate() {
    var update =
        new Update(ItemKey.scope(scope))
            .set(AttributeNames.GENERATION, generation + 1)
            .add(AttributeNames.REVISIONS, batch.size())
            .remove(AttributeNames.DIGEST)
            .atGeneration(generation);
    batch.stream()
        .map(ChangeSet::basis)
        .distinct()
        .forEach(basis -> {
          switch (basis) {
            case ANY -> {}
            case BEFORE_FIRST_COMPLETE_LOOK -> update.whereAbsent(AttributeNames.LAST_COMPLETE_AT);
            case AFTER_FIRST_COMPLETE_LOOK -> update.wherePresent(AttributeNames.LAST_COMPLETE_AT);
          }
        });
    return update;
  }

  /** The lost conditions by these reasons, one reason for each action; empty if there are none. */
  Optional<Commit.Lost> lost(List<CancellationReason> reasons) {
    var lost =
        IntStream.range(0, reasons.size())
            .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
            .boxed()
            .toList();
    var why =
        lost.stream().map(i -> i == 0 ? scopeCondition() : condition(writings.get(i - 1))).toList();
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

  private static String condition(ItemWrite writing) {
    return writing.key() + " " + writing.condition().words();
  }
}
