package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ledger that a later program wrote. */
final class NewerLedgerTest {
  private static final String TABLE = "newer-ledger";

  @BeforeAll
  static void writeNewer() {
    new TableCreator(FilledTable.CLIENT, TABLE).createIfMissing();
    FilledTable.CLIENT.putItem(put ->
        put.tableName(TABLE)
            .item(
                Map.of(
                    "pk", AttributeValue.fromS("LEDGER"),
                    "sk", AttributeValue.fromS("FORMAT"),
                    "version", AttributeValue.fromN("2"))));
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("list"),
        List.of("verify"),
        List.of("repair"),
        List.of("sweep", "--account", "111122223333", "--region", "us-east-2"),
        List.of("sweep", "--account", "111122223333", "--region", "us-east-2", "--create-table"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandRefusesItWithOneLine(List<String> command) {
    var run = Run.on(TABLE, command.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("'" + TABLE + "'", "its format has version 2", "supports up to version 1");
  }
}
