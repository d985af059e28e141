package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.model.Scope;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One batch as one transaction: the scope item first, then what each recording writes.
 *
 * @param scope the scope
 * @param generation the generation that the scope item must have
 * @param batch what is recorded, at least one
 * @param writings what the recordings write
 * @param token makes DynamoDB write the transaction once, however often it is sent within minutes
 */
record Transaction(
    Scope scope, long generation, List<Recording> batch, List<Writing> writings, String token) {
  static Transaction of(Scope scope, long generation, List<Recording> batch) {
    var write = new Writings(scope, generation + 1);
    var writings = batch.stream().flatMap(recording -> write.of(recording).stream()).toList();
    return new Transaction(scope, generation, batch, writings, UUID.randomUUID().toString());
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
            .set(Names.GENERATION, generation + 1)
            .add(Names.REVISIONS, batch.size())
            .remove(Names.DIGEST)
            .atGeneration(generation);
    batch.stream()
        .map(Recording::basis)
        .distinct()
        .forEach(basis -> {
          switch (basis) {
            case ANY -> {}
            case BEFORE_FIRST_COMPLETE_LOOK -> update.whereAbsent(Names.LAST_COMPLETE_AT);
            case AFTER_FIRST_COMPLETE_LOOK -> update.wherePresent(Names.LAST_COMPLETE_AT);
          }
        });
    return update;
  }

  /** Which conditions these reasons say were lost, one reason an action. */
  List<String> lost(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
        .mapToObj(i -> i == 0 ? scopeCondition() : condition(writings.get(i - 1)))
        .toList();
  }

  private String scopeCondition() {
    var bases = batch.stream().map(Recording::basis).distinct().sorted().toList();
    return "%s must be at generation %d, basis %s"
        .formatted(ItemKey.scope(scope), generation, bases);
  }

  private static String condition(Writing writing) {
    return writing.key() + " " + writing.condition().words();
  }
}
