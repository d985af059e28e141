package dev.bedrockinventory.ledger;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.SweepReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The ledger fulfils the contract in a SQLite file. */
final class SqliteLedgerTest extends LedgerContract {
  @TempDir private Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.openOrCreate(folder.resolve("ledger.db"), Samples.NOON);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  Ledger ledger() {
    return new StoredLedger(store, _ -> {});
  }

  @Override
  List<Revision> revisions(Arn arn) {
    return new LedgerReader(store).revisions(arn).map(StoredItem::value).toList();
  }

  @Override
  List<Route> routes(String modelId) {
    return new LedgerReader(store).routes(modelId).map(StoredItem::value).toList();
  }

  @Override
  List<UnmodeledMemberEntry> unmodeledMembers() {
    return new LedgerReader(store).unmodeledMembers().map(StoredItem::value).toList();
  }

  @Override
  List<SweepReport> reports(Scope scope) {
    return new LedgerReader(store)
        .reports(scope)
        .map(StoredItem::value)
        .map(ReportEntry::report)
        .toList();
  }

  /** A file costs nothing. */
  @Override
  Consumed consumed(double read, double write) {
    return new Consumed(0, 0);
  }
}
