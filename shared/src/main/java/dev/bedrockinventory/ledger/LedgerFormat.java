package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The version of a ledger's format, which an item of the table states. It increases with each
 * change after which an earlier program would misread or damage the ledger. A table without the
 * item has version 1. One instance serves a process: it reads the table once. Thread-safe.
 */
public final class LedgerFormat {
  /** The version that this program reads and writes. */
  public static final int VERSION = 1;

  private final ItemStore store;
  private volatile boolean supported;

  /** The format of the ledger in this store. */
  public LedgerFormat(ItemStore store) {
    this.store = store;
  }

  /**
   * Requires that this program supports the format: at first one Query, then nothing.
   *
   * @throws LedgerUnavailableException if it is newer, if its item is damaged, or if the table
   *     cannot be read
   */
  public void require() {
    if (!supported) {
      find().ifPresent(this::check);
      supported = true;
    }
  }

  /**
   * The same, and writes the item if it is missing.
   *
   * @throws LedgerUnavailableException as {@link #require}
   */
  public void establish() {
    if (!supported) {
      find().ifPresentOrElse(this::check, this::write);
      supported = true;
    }
  }

  /** A Query, since the planner has no permission for GetItem. */
  private Optional<StoredItem<Integer>> find() {
    return store
        .query(Query.partition(ItemKey.LEDGER))
        .map(new FormatItem()::read)
        .filter(item -> item.key().equals(ItemKey.format()))
        .findFirst();
  }

  private void check(StoredItem<Integer> item) {
    var version = item.readable();
    if (version.isEmpty()) {
      throw refused(
          "the version of its format cannot be read: %s; delete this item, and the next plan writes"
              + " it again",
          item.problem());
    }
    if (version.get() > VERSION) {
      throw refused(
          "its format has version %s, but this program supports up to version "
              + VERSION
              + "; use the version of Bedrock Inventory that wrote it, or a later one",
          version.get());
    }
  }

  private LedgerUnavailableException refused(String why, Object value) {
    var problem = why.formatted(value);
    return new LedgerUnavailableException(
        "%s: %s".formatted(store.name(), problem), new IllegalStateException(problem));
  }

  /** Not if another process wrote it in the meantime. */
  private void write() {
    store.write(
        new Update(ItemKey.format())
            .where(new Condition.Absent(TableLayout.PARTITION_KEY))
            .setAll(new FormatItem().encode(VERSION)));
  }

  /** The item of the version. */
  static final class FormatItem implements Codec<Integer> {
    @Override
    public Map<String, AttributeValue> encode(Integer version) {
      return new ItemWriter(ItemKey.format()).number(TableLayout.VERSION, version).withChecksum();
    }

    @Override
    public Integer decode(Map<String, AttributeValue> item) {
      return new ItemReader(item).smallNumber(TableLayout.VERSION);
    }
  }
}
