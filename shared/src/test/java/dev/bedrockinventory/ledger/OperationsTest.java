package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The manual check of docs/operations.md works, and fails after an edit. */
final class OperationsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
  private static final Pattern COMMAND =
      Pattern.compile("```sh\n(aws dynamodb query.*?)```", Pattern.DOTALL);

  private final LocalTable table = LocalTable.create();

  @Test
  void theCommandReadsTheChainHashOfTheEvent() throws IOException {
    ExampleLedger.fill(table.store());
    var revision =
        table.reader().revisions(ExampleLedger.SEARCH, 2, 2).findFirst().orElseThrow().value();
    var told = CanonicalJson.parse(ChangeEvent.of(revision).json()).path("data");

    var command = COMMAND.matcher(Files.readString(DOCUMENT)).results().findFirst().orElseThrow();
    var query = CliCommand.query(command.group(1));
    var found = table.client().query(query.copy(q -> q.tableName(table.name())));

    assertThat(query.tableName()).isEqualTo("inventory");
    assertThat(found.items())
        .containsExactly(
            Map.of("chainHash", AttributeValue.fromS(told.path("chainHash").asText())));
  }
}
