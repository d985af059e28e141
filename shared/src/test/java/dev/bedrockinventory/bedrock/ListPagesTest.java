package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListPagesTest {
  @Test
  void aListWithoutEndIsAFailureAfterAThousandPages() {
    var asked = new ArrayList<Optional<String>>();

    var pages =
        ListPages.read(
            Operation.LIST_IMPORTED_MODELS,
            Deadline.NONE,
            token -> {
              asked.add(token);
              return page("t" + asked.size());
            });

    assertThat(asked).hasSize(1000).startsWith(Optional.empty(), Optional.of("t1"));
    assertThat(pages.pages()).hasSize(1000);
    assertThat(pages.failure())
        .contains(
            new Failure(
                Reason.MALFORMED,
                "ListImportedModels",
                Optional.empty(),
                "the list does not end after 1000 pages"));
  }

  @Test
  void aTokenThatComesBackLaterIsAFailureToo() {
    var tokens = new ArrayList<>(List.of("a", "b", "c", "a"));

    var pages =
        ListPages.read(
            Operation.LIST_IMPORTED_MODELS, Deadline.NONE, token -> page(tokens.removeFirst()));

    assertThat(pages.pages()).hasSize(3);
    assertThat(pages.failure()).map(Failure::message).contains("a page's token repeats");
  }

  private static ReadResult<JsonNode> page(String token) {
    return new ReadResult.Found<>(
        CanonicalJson.parse("{\"modelSummaries\":[],\"nextToken\":\"%s\"}".formatted(token)),
        Instant.EPOCH,
        List.of());
  }
}
