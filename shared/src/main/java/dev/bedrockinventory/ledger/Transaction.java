package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.Commit;
import java.time.Instant;
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
 * @param before the state of the scope, whose generation the scope item must have
 * @param after the state of the scope after the transaction
 * @param batch the change sets, at least one
 * @param writes the writes of the change sets
 * @param owners the resource of each write
 * @param token the idempotency token: a retry within ten minutes is not written twice
 */
record Transaction(
    ScopeState before,
    ScopeState after,
    List<ChangeSet> batch,
    List<ItemWrite> writes,
    List<Arn> owners,
    String token) {
  static Transaction of(ScopeState before, List<ChangeSet> batch) {
    var after = before.after(batch.size(), changes(batch));
    var itemWrites = new ItemWrites(before.scope(), after.generation());
    var writes = new ArrayList<ItemWrite>();
    var owners = new ArrayList<Arn>();
    for (var changeSet : batch) {
      var own = itemWrites.of(changeSet);
      writes.addAll(own);
      owners.addAll(Collections.nCopies(own.size(), changeSet.revision().arn()));
    }
    return new Transaction(before, after, batch, writes, owners, UUID.randomUUID().toString());
  }

  private static List<Instant> changes(List<ChangeSet> batch) {
    return batch.stream()
        .map(ChangeSet::revision)
        .filter(revision -> revision.change() != ChangeKind.BASELINE)
        .map(Revision::observedAt)
        .toList();
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
        new Update(ItemKey.scope(before.scope()))
            .set(TableLayout.GENERATION, after.generation())
            .add(TableLayout.REVISIONS, batch.size())
            .remove(TableLayout.DIGEST)
            .atGeneration(before.generation());
    after.changeDays().ifPresent(days -> update.set(TableLayout.CHANGE_DAYS, days.toString()));
    bases()
        .forEach(basis -> {
          switch (basis) {
            case BEFORE_FIRST_LISTING -> update.whereAbsent(TableLayout.FIRST_LISTING_AT);
            case AFTER_FIRST_LISTING -> update.wherePresent(TableLayout.FIRST_LISTING_AT);
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
    return "%s must be at generation %d, with basis %s"
        .formatted(ItemKey.scope(before.scope()), before.generation(), bases());
  }

  /** What the change kinds of first revisions presume. */
  private List<ChangeSet.Basis> bases() {
    return batch.stream()
        .flatMap(change ->
            change instanceof ChangeSet.First(var revision, var basis)
                ? Stream.of(basis)
                : Stream.<ChangeSet.Basis>empty())
        .distinct()
        .sorted()
        .toList();
  }

  private static String condition(ItemWrite write) {
    return write.key() + " " + write.condition().words();
  }
}
