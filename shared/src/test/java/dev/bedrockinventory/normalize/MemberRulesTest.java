package dev.bedrockinventory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.Scalar;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsResponse;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesResponse;
import software.amazon.awssdk.services.bedrock.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;

final class MemberRulesTest {
  private static final Map<MarshallingType<?>, Scalar> SCALARS =
      Map.of(
          MarshallingType.STRING, Scalar.TEXT,
          MarshallingType.INTEGER, Scalar.NUMBER,
          MarshallingType.BOOLEAN, Scalar.FLAG,
          MarshallingType.INSTANT, Scalar.INSTANT);

  @ParameterizedTest
  @EnumSource
  void theTableHasExactlyTheMembersOfTheSdk(Operation operation) {
    var ours = new TreeMap<String, String>();
    describe(MemberRules.answer(operation), "", ours);

    var sdks = new TreeMap<String, String>();
    describe(sdkResponse(operation), "", sdks);

    assertThat(ours).isEqualTo(sdks);
  }

  @Test
  void destinationsAreASetByTheirArn() {
    assertThat(MemberRules.setKey("models")).contains("modelArn");
  }

  @Test
  void otherMembersAreNotSets() {
    assertThat(MemberRules.setKey("status")).isEmpty();
    assertThat(MemberRules.setKey("newArray")).isEmpty();
    assertThat(MemberRules.setKey("customModelUnits.models")).isEmpty();
    assertThat(MemberRules.setKey("models.models")).isEmpty();
  }

  private static SdkPojo sdkResponse(Operation operation) {
    return switch (operation) {
      case LIST_INFERENCE_PROFILES -> ListInferenceProfilesResponse.builder().build();
      case GET_INFERENCE_PROFILE -> GetInferenceProfileResponse.builder().build();
      case LIST_IMPORTED_MODELS -> ListImportedModelsResponse.builder().build();
      case GET_IMPORTED_MODEL -> GetImportedModelResponse.builder().build();
      case GET_MODEL_IMPORT_JOB -> GetModelImportJobResponse.builder().build();
      case LIST_TAGS_FOR_RESOURCE -> ListTagsForResourceResponse.builder().build();
      case GET_RESOURCES -> GetResourcesResponse.builder().build();
    };
  }

  private static void describe(Shape shape, String path, SortedMap<String, String> into) {
    switch (shape) {
      case Scalar scalar -> into.put(path, scalar.toString());
      case Members members ->
          members.known().forEach((name, m) -> describe(m, path + "." + name, into));
      case SetOf set -> describe(set.element(), path + "[]", into);
      case ListOf list -> describe(list.element(), path + "[]", into);
    }
  }

  private static void describe(SdkPojo pojo, String path, SortedMap<String, String> into) {
    pojo.sdkFields().forEach(field -> describe(field, path + "." + field.locationName(), into));
  }

  private static void describe(SdkField<?> field, String path, SortedMap<String, String> into) {
    var list = Optional.ofNullable(field.getTrait(ListTrait.class));
    var members = Optional.ofNullable(field.constructor());
    if (list.isPresent()) {
      describe(list.get().memberFieldInfo(), path + "[]", into);
    } else if (members.isPresent()) {
      describe(members.get().get(), path, into);
    } else {
      into.put(path, String.valueOf(SCALARS.get(field.marshallingType())));
    }
  }
}
