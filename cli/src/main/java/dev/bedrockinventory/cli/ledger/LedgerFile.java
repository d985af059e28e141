package dev.bedrockinventory.cli.ledger;

import dev.bedrockinventory.ledger.LedgerCopy;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.query.History;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.nio.file.Path;
import java.time.Instant;

/** The ledger in a SQLite file. */
public final class LedgerFile {
  private LedgerFile() {}

  /**
   * Opens an existing ledger, but does not require its format yet.
   *
   * @throws LedgerUnavailableException as {@link SqliteStore#open}
   */
  public static OpenLedger open(Path file) {
    var store = SqliteStore.open(file);
    return new OpenLedger(() -> store, store::check, store::close);
  }

  /**
   * Opens a ledger, and creates a missing file.
   *
   * @throws LedgerUnavailableException as {@link #open}, except for a missing file, or if its
   *     format is not supported
   */
  public static OpenLedger openOrCreate(Path file, Instant now) {
    var store = SqliteStore.openOrCreate(file, now);
    return new OpenLedger(() -> store, store::check, () -> close(store)).establishFormat();
  }

  /**
   * Copies a ledger into a new file.
   *
   * @param step is called for each item
   * @throws LedgerUnavailableException if the ledger cannot be read, or the file not be written
   */
  public static void copy(OpenLedger from, Path file, Instant now, Runnable step) {
    try (var to = openOrCreate(file, now)) {
      LedgerCopy.of(from.stores().get(), to.stores().get(), step);
    }
  }

  /** Other programs then find who made a change, without the rules of attribution. */
  private static void close(SqliteStore store) {
    try (store) {
      store.refreshCauses(new History(new LedgerReader(store))::events);
    }
  }
}
