package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Failure;
import java.time.Instant;

/** What one call came to. */
sealed interface ApiResult {
  /**
   * An answer that both the SDK and we could parse.
   *
   * @param tree the raw answer
   * @param answeredAt when it came
   */
  record Told(JsonNode tree, Instant answeredAt) implements ApiResult {}

  /** ResourceNotFoundException, and nothing else. */
  record NotFound(Absence absence) implements ApiResult {}

  /** Everything else. */
  record Failed(Failure failure) implements ApiResult {}
}
