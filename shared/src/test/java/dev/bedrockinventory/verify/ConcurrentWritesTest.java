package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.DelegatingStore;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import org.junit.jupiter.api.Test;

/** Verification can run while sweeps record: concurrent writes cause no findings. */
final class ConcurrentWritesTest {
  @Test
  void concurrentWritesCauseNoFindings() {
    var table = new MemoryStore();
    var history = new ExampleHistory(table);
    history.begin();
    var before = table.copy();
    history.goOn();

    var reads = reads(before, table, Integer.MAX_VALUE);
    for (var turn = 0; turn <= reads; turn++) {
      var moving = new Moving(before, table, turn);

      var verification =
          new Verifier(new LedgerReader(moving), () -> ExampleHistory.END, Filter.ALL).run();

      assertThat(verification.findings()).as("moved after %d reads", turn).isEmpty();
      assertThat(verification.notCovered()).as("moved after %d reads", turn).isEmpty();
    }
  }

  private static int reads(MemoryStore before, MemoryStore after, int turn) {
    var moving = new Moving(before, after, turn);
    new Verifier(new LedgerReader(moving), () -> ExampleHistory.END, Filter.ALL).run();
    return moving.reads;
  }

  /** Returns the old items, and after a number of reads the new ones. */
  private static final class Moving extends DelegatingStore {
    private final MemoryStore before;
    private final MemoryStore after;
    private final int turn;
    private int reads;

    Moving(MemoryStore before, MemoryStore after, int turn) {
      this.before = before;
      this.after = after;
      this.turn = turn;
    }

    @Override
    protected ItemStore store() {
      return reads++ < turn ? before : after;
    }
  }
}
