package dev.bedrockinventory.normalize;

import java.util.Optional;

/**
 * The members of a page.
 *
 * @param resources the array of resources
 * @param token the token of the next page
 */
record Paging(String resources, String token) {
  /** The members of the operation's pages; empty if it has a single response. */
  static Optional<Paging> of(Operation operation) {
    return switch (operation) {
      case LIST_INFERENCE_PROFILES ->
          Optional.of(new Paging("inferenceProfileSummaries", "nextToken"));
      case LIST_IMPORTED_MODELS -> Optional.of(new Paging("modelSummaries", "nextToken"));
      case GET_RESOURCES -> Optional.of(new Paging("ResourceTagMappingList", "PaginationToken"));
      case GET_INFERENCE_PROFILE,
          GET_IMPORTED_MODEL,
          GET_MODEL_IMPORT_JOB,
          LIST_TAGS_FOR_RESOURCE ->
          Optional.empty();
    };
  }
}
