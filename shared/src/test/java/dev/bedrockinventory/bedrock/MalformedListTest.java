package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.partial;
import static dev.bedrockinventory.bedrock.Ohio.refused;
import static dev.bedrockinventory.model.Kind.APPLICATION_INFERENCE_PROFILE;
import static dev.bedrockinventory.model.Kind.IMPORTED_MODEL;
import static dev.bedrockinventory.model.Kind.SYSTEM_INFERENCE_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.simulator.faults.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MalformedListTest {
  private final Ohio ohio = new Ohio();

  @AfterEach
  void stop() {
    ohio.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "<html>It works!</html>",
        "{\"inferenceProfileSummaries\":[",
        "{\"inferenceProfileSummaries\":[]} and more",
        "{\"inferenceProfileSummaries\":[],\"inferenceProfileSummaries\":[]}",
        "{\"inferenceProfileSummaries\":{}}",
        "{\"inferenceProfileSummaries\":null}",
        "{\"inferenceProfileSummaries\":[{\"createdAt\":true}]}",
        "{\"inferenceProfileSummaries\":[],\"nextToken\":7}",
        "{}"
      })
  void aFirstPageThatIsNoneIsRefusedAsMalformed(String body) {
    ohio.putSystemProfiles(3);
    ohio.fault("ListInferenceProfiles", Fault.replace(body));

    var failure = refused(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure.message()).doesNotContain("works", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"text\"", "[]", "{}", "{\"inferenceProfileArn\":\"us\"}"})
  void aListedThingWithoutArnMakesTheListingIncomplete(String element) {
    ohio.fault(
        "ListInferenceProfiles",
        Fault.replace("{\"inferenceProfileSummaries\":[%s]}".formatted(element)));

    var observation = ohio.observe(SYSTEM_INFERENCE_PROFILE);

    assertThat(Ohio.failures(observation))
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void aResourceWithoutArnMakesTheListingIncompleteAndTheOthersCount() {
    var arns = ohio.putSystemProfiles(3);
    ohio.fault(
        "ListInferenceProfiles", arns.get(1).text(), Fault.withoutMember("inferenceProfileArn"));

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(0), arns.get(2));
    assertThat(observation.failures())
        .containsExactly(
            malformed(
                "ListInferenceProfiles",
                Optional.empty(),
                "a listed resource lacks its inferenceProfileArn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:bedrock:us-east-2:444455556666:inference-profile/us.example.model-00002",
        "arn:aws:bedrock:us-west-2:111122223333:inference-profile/us.example.model-00002",
        "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/3yh6w4d8j7j3",
        "arn:aws:bedrock:us-east-2:111122223333:guardrail/3yh6w4d8j7j3",
        "arn:aws:bedrock:us-east-2::inference-profile/us.example.model-00002"
      })
  void aResourceOfAnotherScopeMakesTheListingIncompleteAndIsLeftOut(String foreign) {
    var arns = ohio.putSystemProfiles(3);
    ohio.fault(
        "ListInferenceProfiles",
        arns.get(1).text(),
        Fault.member("inferenceProfileArn", TextNode.valueOf(foreign)));

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.listed()).containsExactlyInAnyOrder(arns.get(0), arns.get(2));
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(0), arns.get(2));
    assertThat(observation.failures())
        .containsExactly(
            malformed(
                "ListInferenceProfiles",
                Optional.of(new Arn(foreign)),
                "a listed resource does not belong to the scope"
                    + " 111122223333#us-east-2#system-inference-profile"));
  }

  @Test
  void aResourceThatIsListedTwiceIsLeftOutAndMakesTheListingIncomplete() {
    var arns = ohio.putSystemProfiles(3);
    ohio.fault("ListInferenceProfiles", arns.get(1).text(), Fault.duplicate());

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.listed()).containsExactlyInAnyOrderElementsOf(arns);
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(0), arns.get(2));
    assertThat(observation.failures())
        .containsExactly(
            malformed(
                "ListInferenceProfiles", Optional.of(arns.get(1)), "a resource is listed twice"));
  }

  @Test
  void aMemberOfAWrongTypeCostsThatResourceOnly() {
    var arns = ohio.putSystemProfiles(3);
    ohio.fault(
        "ListInferenceProfiles",
        arns.get(1).text(),
        Fault.member("description", IntNode.valueOf(7)));

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isTrue();
    assertThat(observation.listed()).containsExactlyInAnyOrderElementsOf(arns);
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(0), arns.get(2));
    assertThat(observation.failures())
        .containsExactly(
            malformed(
                "ListInferenceProfiles",
                Optional.of(arns.get(1)),
                "member description should be a string, and is of type number"));
  }

  @Test
  void aTokenThatRepeatsEndsTheListIncomplete() {
    var arns = ohio.putSystemProfiles(3);
    ohio.fault("ListInferenceProfiles", Fault.repeatToken());

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactlyElementsOf(arns);
    assertThat(observation.failures())
        .containsExactly(
            malformed("ListInferenceProfiles", Optional.empty(), "a page's token repeats"));
    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("ListInferenceProfiles", 2, "GetInferenceProfile", 1));
  }

  @Test
  void importedModelsAreListedWithTheSameCare() {
    ohio.place.importModel("invoices", 1, Map.of());
    var letters = ohio.place.importModel("letters", 1, Map.of());
    ohio.fault("ListImportedModels", letters.arn(), Fault.duplicate());

    var observation = partial(ohio.observe(IMPORTED_MODEL));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.resources()).hasSize(1);
    assertThat(ohio.source.calls())
        .isEqualTo(
            Map.of("ListImportedModels", 1, "GetImportedModel", 1, "ListTagsForResource", 1));
  }

  @Test
  void aSystemProfileInTheListOfApplicationProfilesIsForeign() {
    var profile = ohio.place.createProfile("chat", Map.of());
    ohio.fault(
        "ListInferenceProfiles",
        profile.arn(),
        Fault.member(
            "inferenceProfileArn",
            TextNode.valueOf(ohio.place.arn("inference-profile", "us.example.model"))));

    assertThat(partial(ohio.observe(APPLICATION_INFERENCE_PROFILE)).listed()).isEmpty();
  }

  private static Failure malformed(String operation, Optional<Arn> resource, String message) {
    return new Failure(Reason.MALFORMED, operation, resource, message);
  }
}
