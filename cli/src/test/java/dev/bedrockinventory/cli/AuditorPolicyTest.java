package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.web.PageServer;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The auditor's policy of docs/operations.md allows what the read commands call. */
final class AuditorPolicyTest {
  private static final String TABLE = "auditor-policy";
  private static final Pattern POLICY =
      Pattern.compile("## An auditor's policy.*?```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void thePolicyAllowsExactlyWhatTheReadCommandsCall() throws Exception {
    FilledTable.create(TABLE);

    CalledActions.clear();
    read();
    serve();

    assertThat(CalledActions.called()).containsExactlyElementsOf(actions());
  }

  private static void read() {
    var arn = FilledTable.CHECKOUT.text();
    for (var command :
        List.of(
            List.of("list"),
            List.of("list", "--as-of", "2026-11-20"),
            List.of("show", arn),
            List.of("history", arn),
            List.of("changes", "--since", "7d"),
            List.of("coverage"),
            List.of("cost"),
            List.of("verify"))) {
      assertThat(Run.on(TABLE, command.toArray(String[]::new)).exitCode())
          .as("%s", command)
          .isIn(0, 3);
    }
  }

  /** The views of {@code serve}. */
  private static void serve() throws IOException, InterruptedException {
    try (var pages =
            PageServer.start(
                Optional.of(0),
                () -> new LedgerReader(new DynamoStore(FilledTable.CLIENT, TABLE)),
                () -> FilledTable.NOW);
        var client = HttpClient.newHttpClient()) {
      for (var view : List.of("overview", "changes", "inventory", "models", "cost", "coverage")) {
        var event = URLEncoder.encode("{\"view\":\"%s\"}".formatted(view), StandardCharsets.UTF_8);
        var request =
            HttpRequest.newBuilder(pages.address().resolve("/widget?event=" + event)).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
    }
  }

  private static List<String> actions() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "operations.md"));
    var policy = POLICY.matcher(page).results().findFirst().orElseThrow();
    return CanonicalJson.parse(policy.group(1))
        .path("Statement")
        .path(0)
        .path("Action")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }
}
