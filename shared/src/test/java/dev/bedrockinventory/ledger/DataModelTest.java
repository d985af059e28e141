package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The examples of docs/data-model.md are what the ledger writes, and its commands find items. */
final class DataModelTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "data-model.md");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private static final LocalTable TABLE = LocalTable.create();

  @BeforeAll
  static void fill() {
    ExampleLedger.fill(TABLE.store());
  }

  static List<String> commands() {
    return blocks("sh").stream().filter(block -> block.startsWith("aws dynamodb query")).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandFindsSomething(String command) {
    var query = CliCommand.query(command);

    assertThat(query.tableName()).isEqualTo("inventory");
    var found = TABLE.client().query(query.copy(q -> q.tableName(TABLE.name())));
    assertThat(found.items()).isNotEmpty();
  }

  static List<String> examples() {
    return blocks("json");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsExactlyTheItemThatIsWritten(String example) {
    var shown = DynamoJson.item(CanonicalJson.parse(example));

    assertThat(stored(new ItemReader(shown).key())).containsExactlyInAnyOrderEntriesOf(shown);
  }

  @Test
  void everyTypeOfItemHasAnExampleAndEveryPartitionACommand() {
    assertThat(examples())
        .extracting(example -> CanonicalJson.parse(example).at("/pk/S").asText())
        .map(pk -> pk.replaceFirst("#.*", ""))
        .contains(
            "SCOPES",
            "SCOPE",
            "RESOURCE",
            "MODEL",
            "SWEEPS",
            "DRIFT",
            "JOBS",
            "ATTEMPTS",
            "REFUSALS",
            "COPIES",
            "HEARTBEATS",
            "ORGANIZATION",
            "LEDGER");
    assertThat(commands()).hasSizeGreaterThanOrEqualTo(13);
  }

  private static Map<String, AttributeValue> stored(ItemKey key) {
    return TABLE.client().getItem(get -> get.tableName(TABLE.name()).key(key.attributes())).item();
  }

  private static List<String> blocks(String language) {
    try {
      return BLOCK
          .matcher(Files.readString(DOCUMENT))
          .results()
          .filter(block -> block.group(1).equals(language))
          .map(block -> block.group(2))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
