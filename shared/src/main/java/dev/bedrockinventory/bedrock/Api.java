package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.normalize.Operation.GET_IMPORTED_MODEL;
import static dev.bedrockinventory.normalize.Operation.GET_INFERENCE_PROFILE;
import static dev.bedrockinventory.normalize.Operation.GET_MODEL_IMPORT_JOB;
import static dev.bedrockinventory.normalize.Operation.GET_RESOURCES;
import static dev.bedrockinventory.normalize.Operation.LIST_IMPORTED_MODELS;
import static dev.bedrockinventory.normalize.Operation.LIST_INFERENCE_PROFILES;
import static dev.bedrockinventory.normalize.Operation.LIST_TAGS_FOR_RESOURCE;
import static software.amazon.awssdk.services.bedrock.model.InferenceProfileType.APPLICATION;
import static software.amazon.awssdk.services.bedrock.model.InferenceProfileType.SYSTEM_DEFINED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.normalize.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelRequest;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileRequest;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobRequest;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesRequest;
import software.amazon.awssdk.services.bedrock.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;

/** The requests, one method each. */
record Api(BedrockClient bedrock, ResourceGroupsTaggingApiClient tagging, ApiCaller caller) {
  /** The most that a page of a list may hold: the service takes 1 to 1000. */
  private static final int LIST_PAGE = 1000;

  /** The most that a page of GetResources may hold. */
  private static final int TAG_PAGE = 100;

  /** The operation that lists a kind. */
  static Operation listing(Kind kind) {
    return kind.isProfile() ? LIST_INFERENCE_PROFILES : LIST_IMPORTED_MODELS;
  }

  /** The operation that returns one resource of a kind. */
  static Operation getting(Kind kind) {
    return kind.isProfile() ? GET_INFERENCE_PROFILE : GET_IMPORTED_MODEL;
  }

  /** One page of the list of a kind. Without a type only system-defined profiles are listed. */
  ReadResult<JsonNode> list(Kind kind, Optional<String> token) {
    return switch (kind) {
      case SYSTEM_INFERENCE_PROFILE -> listProfiles(SYSTEM_DEFINED, token);
      case APPLICATION_INFERENCE_PROFILE -> listProfiles(APPLICATION, token);
      case IMPORTED_MODEL -> listModels(token);
    };
  }

  /** One resource, by its ARN. */
  ReadResult<JsonNode> get(Kind kind, Arn arn) {
    return kind.isProfile() ? getProfile(arn) : getModel(arn);
  }

  /** One model import job, by its ARN. */
  ReadResult<JsonNode> importJob(Arn arn) {
    var request = GetModelImportJobRequest.builder().jobIdentifier(arn.text());
    return caller.call(
        GET_MODEL_IMPORT_JOB,
        Optional.of(arn),
        call -> bedrock.getModelImportJob(request.overrideConfiguration(call).build()));
  }

  /** The tags of one resource. */
  ReadResult<JsonNode> tags(Arn arn) {
    var request = ListTagsForResourceRequest.builder().resourceARN(arn.text());
    return caller.call(
        LIST_TAGS_FOR_RESOURCE,
        Optional.of(arn),
        call -> bedrock.listTagsForResource(request.overrideConfiguration(call).build()));
  }

  /** One page of the tags of all application profiles that are, or once were, tagged. */
  ReadResult<JsonNode> tagPage(Optional<String> token) {
    var request =
        GetResourcesRequest.builder()
            .resourceTypeFilters("bedrock:application-inference-profile")
            .resourcesPerPage(TAG_PAGE);
    token.ifPresent(request::paginationToken);
    return caller.call(
        GET_RESOURCES,
        Optional.empty(),
        call -> tagging.getResources(request.overrideConfiguration(call).build()));
  }

  private ReadResult<JsonNode> listProfiles(InferenceProfileType type, Optional<String> token) {
    var request = ListInferenceProfilesRequest.builder().typeEquals(type).maxResults(LIST_PAGE);
    token.ifPresent(request::nextToken);
    return caller.call(
        LIST_INFERENCE_PROFILES,
        Optional.empty(),
        call -> bedrock.listInferenceProfiles(request.overrideConfiguration(call).build()));
  }

  private ReadResult<JsonNode> listModels(Optional<String> token) {
    var request = ListImportedModelsRequest.builder().maxResults(LIST_PAGE);
    token.ifPresent(request::nextToken);
    return caller.call(
        LIST_IMPORTED_MODELS,
        Optional.empty(),
        call -> bedrock.listImportedModels(request.overrideConfiguration(call).build()));
  }

  private ReadResult<JsonNode> getProfile(Arn arn) {
    var request = GetInferenceProfileRequest.builder().inferenceProfileIdentifier(arn.text());
    return caller.call(
        GET_INFERENCE_PROFILE,
        Optional.of(arn),
        call -> bedrock.getInferenceProfile(request.overrideConfiguration(call).build()));
  }

  private ReadResult<JsonNode> getModel(Arn arn) {
    var request = GetImportedModelRequest.builder().modelIdentifier(arn.text());
    return caller.call(
        GET_IMPORTED_MODEL,
        Optional.of(arn),
        call -> bedrock.getImportedModel(request.overrideConfiguration(call).build()));
  }
}
