package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A process that writes to a ledger file until it is killed or fails. Each transaction adds one to
 * two counters and writes it into a row; then the number of transactions is printed.
 */
final class CountingWriter {
  private static final ItemKey FIRST = new ItemKey("COUNT", "first");
  private static final ItemKey SECOND = new ItemKey("COUNT", "second");
  private static final String ROWS = "ROWS";
  private static final String NUMBER = "n";

  /** The rows are written in turn, so that the file stays small. */
  private static final int MOST_ROWS = 50;

  private CountingWriter() {}

  /** The number of transactions in the file, if it has no half of one. */
  static long count(SqliteStore store) {
    var first = number(store, FIRST);
    var numbers = store.query(Query.partition(ROWS)).map(CountingWriter::number).toList();
    var expected = LongStream.rangeClosed(Math.max(1, first - MOST_ROWS + 1), first).boxed();
    assertThat(number(store, SECOND)).isEqualTo(first);
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected.toList());
    return first;
  }

  private static long number(SqliteStore store, ItemKey key) {
    return store.find(key).map(CountingWriter::number).orElse(0L);
  }

  private static long number(Map<String, AttributeValue> item) {
    return Long.parseLong(Objects.requireNonNull(item.get(NUMBER)).n());
  }

  /**
   * Writes to a file, in rows of some characters, up to some number of transactions. Each line is
   * one call of the operating system, so that none is printed in part.
   */
  public static void main(String[] arguments) throws IOException {
    var padding = "x".repeat(Integer.parseInt(arguments[1]));
    var out = new FileOutputStream(FileDescriptor.out);
    try (var store = SqliteStore.openOrCreate(Path.of(arguments[0]), Instant.EPOCH)) {
      var last = Long.parseLong(arguments[2]);
      for (var count = number(store, FIRST) + 1; count <= last; count++) {
        var outcome = store.write(transaction(count, padding), "token-" + count);
        if (!(outcome instanceof TransactionOutcome.Written)) {
          out.write((outcome + "\n").getBytes(StandardCharsets.UTF_8));
          return;
        }
        out.write((count + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (LedgerUnavailableException e) {
      out.write((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<ItemWrite> transaction(long count, String padding) {
    var row = new HashMap<>(new ItemKey(ROWS, Long.toString(count % MOST_ROWS)).attributes());
    row.put(NUMBER, AttributeValue.fromN(Long.toString(count)));
    row.put("text", AttributeValue.fromS(padding));
    return List.of(
        new Update(FIRST).add(NUMBER, 1),
        new ItemWrite.PutItem(row, Condition.NONE),
        new Update(SECOND).add(NUMBER, 1));
  }
}
