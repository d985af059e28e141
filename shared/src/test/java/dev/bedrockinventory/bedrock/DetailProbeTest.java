package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.complete;
import static dev.bedrockinventory.bedrock.Ohio.partial;
import static dev.bedrockinventory.model.Kind.APPLICATION_INFERENCE_PROFILE;
import static dev.bedrockinventory.model.Kind.SYSTEM_INFERENCE_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.simulator.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DetailProbeTest {
  private final Ohio ohio = new Ohio();
  private List<Arn> arns = List.of();

  @BeforeEach
  void putThree() {
    arns = ohio.putSystemProfiles(3);
  }

  @AfterEach
  void stop() {
    ohio.close();
  }

  @ParameterizedTest
  @CsvSource({
    ", 0",
    "us.example.model-00001, 1",
    "us.example.model-00002, 2",
    "us.example.model-00003, 0",
    "us.example.model-000015, 1",
    "a, 0",
    "zz, 0"
  })
  void theNextProfileInTheOrderOfIdsIsProbedAndAfterTheLastTheFirst(String last, int expected) {
    var snapshot =
        complete(ohio.observe(SYSTEM_INFERENCE_PROFILE, Optional.ofNullable(last), false));

    assertThat(snapshot.probed()).contains(arns.get(expected));
    assertThat(ohio.simulator.calls().of("GetInferenceProfile"))
        .singleElement()
        .satisfies(call -> assertThat(call.resource()).contains(arns.get(expected).text()));
  }

  @Test
  void aMemberThatOnlyGetReturnsIsSchemaDriftAndAsksForDetailsFromNowOn() {
    ohio.fault("GetInferenceProfile", Fault.member("quota", IntNode.valueOf(5)));
    ohio.fault("GetInferenceProfile", Fault.member("models/[]/weight", IntNode.valueOf(1)));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.detailed()).isTrue();
    assertThat(snapshot.drift())
        .containsExactly(
            new UnmodeledMember(
                "GetInferenceProfile", "models[].weight", "number", arns.get(0).text()),
            new UnmodeledMember("GetInferenceProfile", "quota", "number", arns.get(0).text()));
    assertThat(snapshot.resources())
        .as("the same observation reads the details, so that none is taken back later")
        .allMatch(resource -> resource.document().json().contains("quota"));
  }

  @Test
  void aKnownMemberThatOnlyGetReturnsIsSchemaDriftToo() {
    ohio.fault("ListInferenceProfiles", Fault.withoutMember("description"));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.detailed()).isTrue();
    assertThat(snapshot.drift())
        .containsExactly(
            new UnmodeledMember(
                "GetInferenceProfile", "description", "string", arns.get(0).text()));
  }

  @Test
  void anUnknownMemberThatTheSummaryHasTooAsksForNoDetails() {
    ohio.fault("ListInferenceProfiles", Fault.member("quota", IntNode.valueOf(5)));
    ohio.fault("GetInferenceProfile", Fault.member("quota", IntNode.valueOf(5)));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.detailed()).isFalse();
    assertThat(snapshot.drift())
        .containsExactly(
            new UnmodeledMember("ListInferenceProfiles", "quota", "number", arns.get(0).text()));
  }

  @Test
  void aProbeThatFailsIsReportedAndChangesNothing() {
    ohio.fault("GetInferenceProfile", Fault.deny());

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.probed()).contains(arns.get(0));
    assertThat(snapshot.probeFailure()).map(Failure::reason).contains(Reason.DENIED);
    assertThat(snapshot.probeFailure()).flatMap(Failure::resource).contains(arns.get(0));
    assertThat(snapshot.detailed()).isFalse();
    assertThat(snapshot.resources()).hasSize(3);
  }

  @Test
  void aProbedProfileThatHasVanishedIsNoFailure() {
    ohio.fault("GetInferenceProfile", Fault.refuse(404, "ResourceNotFoundException", "not found"));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.probed()).contains(arns.get(0));
    assertThat(snapshot.probeFailure()).isEmpty();
    assertThat(snapshot.resources()).hasSize(3);
  }

  @Test
  void aDetailedScopeAsksGetForEveryProfileAndLaysItOverTheSummary() {
    ohio.fault("GetInferenceProfile", Fault.member("quota", IntNode.valueOf(5)));
    ohio.fault("ListInferenceProfiles", Fault.member("rank", IntNode.valueOf(9)));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE, Optional.of("x"), true));

    assertThat(snapshot.detailed()).isTrue();
    assertThat(snapshot.probed()).as("the last one read").contains(arns.get(2));
    assertThat(snapshot.resources())
        .hasSize(3)
        .allSatisfy(sighting ->
            assertThat(sighting.document().json())
                .contains("\"quota\":5", "\"rank\":9", "\"status\":\"ACTIVE\""));
    assertThat(snapshot.drift())
        .extracting(UnmodeledMember::key)
        .containsExactlyInAnyOrder("ListInferenceProfiles#rank", "GetInferenceProfile#quota");
    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("ListInferenceProfiles", 1, "GetInferenceProfile", 3));
  }

  @Test
  void aProfileWhoseDetailsCannotBeReadIsLeftAsItWas() {
    ohio.fault("GetInferenceProfile", arns.get(0).text(), Fault.serverError());
    ohio.fault(
        "GetInferenceProfile",
        arns.get(1).text(),
        Fault.refuse(404, "ResourceNotFoundException", "not found"));

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE, Optional.empty(), true));

    assertThat(observation.listingComplete()).isTrue();
    assertThat(observation.listed()).containsExactlyInAnyOrderElementsOf(arns);
    assertThat(observation.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(arns.get(2));
    assertThat(observation.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
          assertThat(failure.resource()).contains(arns.get(0));
        });
  }

  @Test
  void anAnswerAboutAnotherProfileIsMalformed() {
    ohio.fault(
        "GetInferenceProfile",
        arns.get(0).text(),
        Fault.member("inferenceProfileArn", TextNode.valueOf(arns.get(1).text())));

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.probeFailure())
        .contains(
            new Failure(
                Reason.MALFORMED,
                "GetInferenceProfile",
                Optional.of(arns.get(0)),
                "the response's inferenceProfileArn is not the requested one"));
  }

  @Test
  void aDetailedApplicationScopeStillReadsItsTags() {
    ohio.place.createProfiles(2);
    ohio.fault("GetInferenceProfile", Fault.member("quota", IntNode.valueOf(5)));

    var snapshot = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE, Optional.empty(), true));

    assertThat(snapshot.resources())
        .hasSize(2)
        .allSatisfy(sighting ->
            assertThat(sighting.document().json()).contains("\"quota\":5", "\"team\":\"team-"));
    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("ListInferenceProfiles", 1, "GetInferenceProfile", 2, "GetResources", 1));
  }
}
