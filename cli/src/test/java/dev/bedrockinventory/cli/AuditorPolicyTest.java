package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The auditor's policy of docs/operations.md allows what the read commands call. */
final class AuditorPolicyTest {
  private static final String TABLE = "auditor-policy";
  private static final Pattern POLICY =
      Pattern.compile("## An auditor's policy.*?```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void thePolicyAllowsExactlyWhatTheReadCommandsCall() throws IOException {
    FilledTable.create(TABLE);
    var arn = FilledTable.CHECKOUT.text();

    var called =
        CalledActions.during(() -> {
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
            var run = Run.on(TABLE, command.toArray(String[]::new));
            assertThat(run.err()).as("%s", command).doesNotContain("error");
          }
        });

    assertThat(called).containsExactlyElementsOf(actions());
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
