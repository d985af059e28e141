package dev.bedrockinventory.normalize;

import java.util.Optional;

/** An API operation whose responses are read. */
public enum Operation {
  /** Inference profiles of one type, by pages. */
  LIST_INFERENCE_PROFILES(
      "ListInferenceProfiles", new Paging("inferenceProfileSummaries", "nextToken")),
  /** One inference profile. */
  GET_INFERENCE_PROFILE("GetInferenceProfile"),
  /** Imported models, by pages. */
  LIST_IMPORTED_MODELS("ListImportedModels", new Paging("modelSummaries", "nextToken")),
  /** One imported model. */
  GET_IMPORTED_MODEL("GetImportedModel"),
  /** One model import job. */
  GET_MODEL_IMPORT_JOB("GetModelImportJob"),
  /** The tags of one resource, in one response. */
  LIST_TAGS_FOR_RESOURCE("ListTagsForResource"),
  /** The tags of many resources, by pages; an operation of the tagging service. */
  GET_RESOURCES("GetResources", new Paging("ResourceTagMappingList", "PaginationToken"));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings
  private final Optional<Paging> paging;

  Operation(String label) {
    this.label = label;
    this.paging = Optional.empty();
  }

  Operation(String label, Paging paging) {
    this.label = label;
    this.paging = Optional.of(paging);
  }

  /** The operation's name in the API. */
  public String label() {
    return label;
  }

  /** The members of the operation's pages; empty if it has a single response. */
  Optional<Paging> paging() {
    return paging;
  }

  @Override
  public String toString() {
    return label;
  }
}
