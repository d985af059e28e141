package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.CopiedTable;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Verification can run while sweeps record: concurrent writes cause no findings. */
final class ConcurrentWritesTest {
  @Test
  void concurrentWritesCauseNoFindings() {
    var table = LocalTable.create();
    var history = new ExampleHistory(table);
    history.begin();
    var before = CopiedTable.of(table);
    history.goOn();
    var after = table.moved();

    var reads = reads(before, after, Integer.MAX_VALUE);
    for (var turn = 0; turn <= reads; turn++) {
      var moving = new Moving(before, after, turn);

      var verification = new Verifier(moving.reader(), () -> ExampleHistory.END, Filter.ALL).run();

      assertThat(verification.findings()).as("moved after %d reads", turn).isEmpty();
      assertThat(verification.notCovered()).as("moved after %d reads", turn).isEmpty();
    }
  }

  private static int reads(CopiedTable before, CopiedTable after, int turn) {
    var moving = new Moving(before, after, turn);
    new Verifier(moving.reader(), () -> ExampleHistory.END, Filter.ALL).run();
    return moving.reads;
  }

  /** Returns the old items, and after a number of reads the new ones. */
  private static final class Moving implements DynamoDbClient {
    private final CopiedTable before;
    private final CopiedTable after;
    private final int turn;
    private int reads;

    Moving(CopiedTable before, CopiedTable after, int turn) {
      this.before = before;
      this.after = after;
      this.turn = turn;
    }

    LedgerReader reader() {
      return new LedgerReader(new DynamoStore(this, before.asTable().name()));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return items().getItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return items().query(request);
    }

    @Override
    public String serviceName() {
      return "moving";
    }

    @Override
    public void close() {}

    private CopiedTable items() {
      return reads++ < turn ? before : after;
    }
  }
}
