package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores the first refused calls of a principal on a day, and counts them and all later ones. */
final class RefusedCallWriter {
  private static final Codec<RefusalCount> COUNTS = new RefusalCountItem();
  private static final int MOST_ATTEMPTS = 8;

  /** The position of the evidence in the transaction of a call. */
  private static final int EVIDENCE = 0;

  private final ItemStore store;
  private final Backoff pause;

  RefusedCallWriter(ItemStore store, Backoff pause) {
    this.store = store;
    this.pause = pause;
  }

  /**
   * Saves the call and counts it in one transaction, or only counts it. A call that is stored
   * already changes nothing, so each attempt is a transaction of its own. A damaged count is left
   * for verification to name, and limits nothing.
   *
   * @throws LedgerUnavailableException if it may not have been written
   */
  void save(Evidence call) {
    for (var attempt = 1; ; ) {
      var stored = stored(call);
      if (stored.flatMap(StoredItem::damage).isPresent()) {
        items(call).forEach(store::write);
        return;
      }
      var count = stored.flatMap(StoredItem::intact);
      if (count.filter(RefusalCount::isFull).isPresent()) {
        if (isStored(call) || store.write(oneMore(count, call))) {
          return;
        }
        continue;
      }
      switch (store.write(transaction(count, call), UUID.randomUUID().toString())) {
        case TransactionOutcome.Written _ -> {
          return;
        }
        case TransactionOutcome.Lost(var writes) -> {
          if (writes.contains(EVIDENCE)) {
            return;
          }
        }
        case TransactionOutcome.Conflict(var why) -> retry(attempt++, why);
        case TransactionOutcome.InProgress(var why) -> retry(attempt++, why);
        case TransactionOutcome.Unknown(var why) -> retry(attempt++, why);
      }
    }
  }

  private void retry(int attempt, String why) {
    if (attempt == MOST_ATTEMPTS) {
      throw new LedgerUnavailableException(
          "a refused call could not be stored: " + why, new IllegalStateException(why));
    }
    pause.before(attempt);
  }

  private boolean isStored(Evidence call) {
    return store.find(ItemKey.evidence(call)).isPresent();
  }

  private static List<ItemWrite> transaction(Optional<RefusalCount> count, Evidence call) {
    var items = items(call);
    return List.of(items.getFirst(), items.getLast(), oneMore(count, call));
  }

  private static List<ItemWrite> items(Evidence call) {
    return List.of(
        new ItemWrite.PutItem(new EvidenceItem().encode(call), Condition.NEW),
        new ItemWrite.PutItem(new ItemCodecs.AttemptItem().encode(call), Condition.NONE));
  }

  private static ItemWrite oneMore(Optional<RefusalCount> count, Evidence call) {
    return new ItemWrite.PutItem(
        COUNTS.encode(count.orElseGet(() -> RefusalCount.before(call)).with(call)),
        count
            .map(read -> List.<Condition>of(Condition.at(RefusalCountItem.CALLS, read.calls())))
            .orElse(Condition.NEW));
  }

  private Optional<StoredItem<RefusalCount>> stored(Evidence call) {
    return store
        .find(ItemKey.refusals(RefusalCount.day(call), RefusalCount.principal(call)))
        .map(COUNTS::read);
  }
}
