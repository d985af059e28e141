package dev.bedrockinventory.simulator.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.model.CreateInferenceProfileRequest;
import software.amazon.awssdk.services.bedrock.model.CreateInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.CreateModelImportJobRequest;
import software.amazon.awssdk.services.bedrock.model.CreateModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.DeleteImportedModelRequest;
import software.amazon.awssdk.services.bedrock.model.DeleteImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.DeleteInferenceProfileRequest;
import software.amazon.awssdk.services.bedrock.model.DeleteInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.TagResourceRequest;
import software.amazon.awssdk.services.bedrock.model.TagResourceResponse;
import software.amazon.awssdk.services.bedrock.model.UntagResourceRequest;
import software.amazon.awssdk.services.bedrock.model.UntagResourceResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagResourcesRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.UntagResourcesRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.UntagResourcesResponse;

/** Compares recorded members with those of the SDK's own models. */
final class RecordedOperationTest {
  static List<Arguments> models() {
    return List.of(
        Arguments.of(
            CreateInferenceProfileRequest.builder().build(),
            CreateInferenceProfileResponse.builder().build()),
        Arguments.of(
            DeleteInferenceProfileRequest.builder().build(),
            DeleteInferenceProfileResponse.builder().build()),
        Arguments.of(
            DeleteImportedModelRequest.builder().build(),
            DeleteImportedModelResponse.builder().build()),
        Arguments.of(
            CreateModelImportJobRequest.builder().build(),
            CreateModelImportJobResponse.builder().build()),
        Arguments.of(TagResourceRequest.builder().build(), TagResourceResponse.builder().build()),
        Arguments.of(
            UntagResourceRequest.builder().build(), UntagResourceResponse.builder().build()),
        Arguments.of(TagResourcesRequest.builder().build(), TagResourcesResponse.builder().build()),
        Arguments.of(
            UntagResourcesRequest.builder().build(), UntagResourcesResponse.builder().build()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aRecordContainsTheMembersOfTheModel(SdkPojo request, SdkPojo answer) {
    String name = request.getClass().getSimpleName().replaceFirst("Request$", "");

    var recorded = RecordedOperation.find(name).orElseThrow();

    assertThat(recorded.request()).containsExactlyInAnyOrderElementsOf(names(request));
    assertThat(recorded.answer()).containsExactlyInAnyOrderElementsOf(names(answer));
  }

  @Test
  void everyRecordedCallIsHeldAgainstItsModel() {
    assertThat(models()).hasSameSizeAs(RecordedOperation.ALL);
  }

  private static List<String> names(SdkPojo pojo) {
    return pojo.sdkFields().stream().map(field -> field.locationName()).toList();
  }
}
