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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** All the writes, first that of the scope item. */
  List<ItemWrite> actions() {
    return Stream.concat(Stream.of(scopeUpdate()), writes.stream()).toList();
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
            case BEFORE_FIRST_LISTING ->
                update.where(new Condition.Absent(TableLayout.FIRST_LISTING_AT));
            case AFTER_FIRST_LISTING ->
                update.where(new Condition.Present(TableLayout.FIRST_LISTING_AT));
          }
        });
    return update;
  }

  /** The outcome if the conditions of the writes at these positions did not hold. */
  Commit.Lost lost(List<Integer> positions) {
    var why =
        positions.stream()
            .map(i -> i == 0 ? scopeCondition() : condition(writes.get(i - 1)))
            .collect(Collectors.joining("; "));
    var resources =
        positions.stream()
            .filter(i -> i > 0)
            .map(i -> owners.get(i - 1))
            .collect(Collectors.toSet());
    return new Commit.Lost(why, resources);
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
    return write.key()
        + " "
        + write.conditions().stream().map(Condition::words).collect(Collectors.joining(" and "));
  }
}
