package dev.bedrockinventory.normalize;

/** An API operation whose responses are read. */
public enum Operation {
  /** Inference profiles of one type, by pages. */
  LIST_INFERENCE_PROFILES("ListInferenceProfiles"),
  /** One inference profile. */
  GET_INFERENCE_PROFILE("GetInferenceProfile"),
  /** Imported models, by pages. */
  LIST_IMPORTED_MODELS("ListImportedModels"),
  /** One imported model. */
  GET_IMPORTED_MODEL("GetImportedModel"),
  /** One model import job. */
  GET_MODEL_IMPORT_JOB("GetModelImportJob"),
  /** The tags of one resource, in one response. */
  LIST_TAGS_FOR_RESOURCE("ListTagsForResource"),
  /** The tags of many resources, by pages; an operation of the tagging service. */
  GET_RESOURCES("GetResources");

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** The operation's name in the API. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
