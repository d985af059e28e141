package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Evidence;
import java.util.List;
import java.util.Optional;

/** Stores the first refused calls of a principal on a day, and counts them and all later ones. */
final class RefusedCallWriter {
  private static final Codec<RefusalCount> COUNTS = new RefusalCountItem();

  private final ItemStore store;

  RefusedCallWriter(ItemStore store) {
    this.store = store;
  }

  /** Saves the call, or only counts it. A call whose evidence is stored is counted once. */
  void save(Evidence call) {
    var key = ItemKey.refusals(RefusalCount.day(call), RefusalCount.principal(call));
    var isNew = isFull(key) ? store.find(ItemKey.evidence(call)).isEmpty() : saved(call);
    if (isNew) {
      count(key, call);
    }
  }

  private boolean isFull(ItemKey key) {
    return stored(key).flatMap(StoredItem::intact).map(RefusalCount::isFull).orElse(false);
  }

  /** First the copy by time, so that a repeated message completes both. */
  private boolean saved(Evidence call) {
    store.write(new ItemWrite.PutItem(new ItemCodecs.AttemptItem().encode(call), Condition.NONE));
    return store.write(new ItemWrite.PutItem(new EvidenceItem().encode(call), Condition.NEW));
  }

  /** A damaged count is left for verification to name, and limits nothing. */
  private void count(ItemKey key, Evidence call) {
    Optional<StoredItem<RefusalCount>> stored;
    do {
      stored = stored(key);
      if (stored.flatMap(StoredItem::damage).isPresent()) {
        return;
      }
    } while (!store.write(oneMore(stored.flatMap(StoredItem::intact), call)));
  }

  private static ItemWrite oneMore(Optional<RefusalCount> stored, Evidence call) {
    return new ItemWrite.PutItem(
        COUNTS.encode(stored.orElseGet(() -> RefusalCount.before(call)).with(call)),
        stored
            .map(count -> List.<Condition>of(Condition.at(RefusalCountItem.CALLS, count.calls())))
            .orElse(Condition.NEW));
  }

  private Optional<StoredItem<RefusalCount>> stored(ItemKey key) {
    return store.find(key).map(COUNTS::read);
  }
}
