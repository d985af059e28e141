package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Failure;
import java.time.Instant;

/** The result of one call. */
sealed interface ApiResult {
  /**
   * A response that both the SDK and this code could parse.
   *
   * @param tree the raw response
   * @param answeredAt when it was received
   */
  record Told(JsonNode tree, Instant answeredAt) implements ApiResult {}

  /** ResourceNotFoundException, and nothing else. */
  record NotFound(Absence absence) implements ApiResult {}

  /** Any other failure. */
  record Failed(Failure failure) implements ApiResult {}
}
