package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.complete;
import static dev.bedrockinventory.model.Kind.APPLICATION_INFERENCE_PROFILE;
import static dev.bedrockinventory.model.Kind.IMPORTED_MODEL;
import static dev.bedrockinventory.model.Kind.SYSTEM_INFERENCE_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.simulator.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompleteObservationTest {
  private final Ohio ohio = new Ohio();

  @AfterEach
  void stop() {
    ohio.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 1, 1", "20, 1, 1", "1000, 1, 1", "1001, 2, 1", "2000, 2, 1"})
  void anObservationOfSystemProfilesCostsItsPagesAndOneProbe(int count, int lists, int probes) {
    var arns = ohio.putSystemProfiles(count);
    ohio.place.createProfile("of another kind", Map.of());

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.listed()).containsExactlyInAnyOrderElementsOf(arns);
    assertThat(snapshot.resources())
        .extracting(ObservedResource::arn)
        .containsExactlyElementsOf(arns);
    assertThat(snapshot.listingComplete()).isTrue();
    assertThat(snapshot.drift()).isEmpty();
    assertThat(snapshot.detailed()).isFalse();
    assertCalls(Map.of("ListInferenceProfiles", lists, "GetInferenceProfile", probes));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0, 1", "1, 1, 1, 1", "20, 1, 1, 1", "100, 1, 1, 1", "2000, 2, 1, 20"})
  void anObservationOfApplicationProfilesCostsItsPagesOneProbeAndThePagesOfTags(
      int count, int lists, int probes, int tagPages) {
    ohio.putSystemProfiles(3);
    var made = ohio.place.createProfiles(count);

    var snapshot = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(snapshot.listed()).hasSize(count);
    assertThat(snapshot.resources())
        .extracting(ObservedResource::arn)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            made.stream().map(profile -> new Arn(profile.arn())).toList());
    assertThat(snapshot.resources())
        .allSatisfy(sighting ->
            assertThat(sighting.document().tags().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("team", "cost-center"));
    assertCalls(
        Map.of(
            "ListInferenceProfiles",
            lists,
            "GetInferenceProfile",
            probes,
            "GetResources",
            tagPages));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 1", "20, 1"})
  void anObservationOfImportedModelsCostsItsPagesAndOneGetAndOneListOfTagsEach(
      int count, int lists) {
    for (var i = 1; i <= count; i++) {
      ohio.place.importModel("model-" + i, i, Map.of("team", "team-" + i));
    }

    var snapshot = complete(ohio.observe(IMPORTED_MODEL));

    assertThat(snapshot.resources()).hasSize(count);
    assertThat(snapshot.probed().isPresent()).isEqualTo(count > 0);
    assertCalls(
        Map.of(
            "ListImportedModels", lists, "GetImportedModel", count, "ListTagsForResource", count));
  }

  @Test
  void theDocumentOfASystemProfileIsItsSummary() {
    ohio.putSystemProfiles(1);

    var sighting = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE)).resources().getFirst();

    assertThat(sighting.document())
        .isEqualTo(
            new Document(
                """
                {"createdAt":"2025-01-01T00:00:00Z",\
                "description":"Routes requests to Example Model 1",\
                "inferenceProfileArn":"arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.example.model-00001",\
                "inferenceProfileId":"us.example.model-00001",\
                "inferenceProfileName":"US Example Model 1",\
                "models":[\
                {"modelArn":"arn:aws:bedrock:us-east-1::foundation-model/example.model"},\
                {"modelArn":"arn:aws:bedrock:us-west-2::foundation-model/example.model"}],\
                "status":"ACTIVE","tags":{},"type":"SYSTEM_DEFINED",\
                "updatedAt":"2025-02-02T00:00:00Z"}\
                """));
  }

  @Test
  void theDocumentOfAnImportedModelHasItsDetailsAndTags() {
    var model = ohio.place.importModel("invoices", 4, Map.of("b", "", "a", "1"));

    var document = complete(ohio.observe(IMPORTED_MODEL)).resources().getFirst().document().tree();

    assertThat(document.path("modelArn").asText()).isEqualTo(model.arn());
    assertThat(document.path("customModelUnits").path("customModelUnitsPerModelCopy").asInt())
        .isEqualTo(4);
    assertThat(document.path("modelDataSource").path("s3DataSource").path("s3Uri").asText())
        .isEqualTo(model.source());
    assertThat(document.path("tags")).hasToString("{\"a\":\"1\",\"b\":\"\"}");
  }

  @Test
  void aProfileThatNeverWasTaggedHasNoTags() {
    ohio.place.createProfile("plain", Map.of());

    var sighting = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE)).resources().getFirst();

    assertThat(sighting.document().tags()).isEmpty();
  }

  @Test
  void shuffledAnswersMakeTheSameDocuments() {
    ohio.putSystemProfiles(5);
    ohio.place.createProfiles(5);
    var before = new ArrayList<Document>();
    before.addAll(documents(complete(ohio.observe(SYSTEM_INFERENCE_PROFILE))));
    before.addAll(documents(complete(ohio.observe(APPLICATION_INFERENCE_PROFILE))));

    ohio.fault("ListInferenceProfiles", Fault.shuffle(11));
    ohio.fault("GetResources", Fault.shuffle(12));

    var after = new ArrayList<Document>();
    after.addAll(documents(complete(ohio.observe(SYSTEM_INFERENCE_PROFILE))));
    after.addAll(documents(complete(ohio.observe(APPLICATION_INFERENCE_PROFILE))));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void tagsOfResourcesThatTheListLacksAreIgnored() {
    var listed = ohio.place.createProfile("listed", Map.of("team", "search"));
    var omitted = ohio.place.createProfile("omitted", Map.of("team", "checkout"));
    ohio.fault("ListInferenceProfiles", omitted.arn(), Fault.omit());

    var snapshot = complete(ohio.observe(APPLICATION_INFERENCE_PROFILE));

    assertThat(snapshot.listed()).containsExactly(new Arn(listed.arn()));
    assertThat(snapshot.resources())
        .extracting(ObservedResource::arn)
        .containsExactly(new Arn(listed.arn()));
  }

  @Test
  void anEmptyTokenEndsTheList() {
    ohio.putSystemProfiles(1);
    ohio.fault("ListInferenceProfiles", Fault.edit(body -> body.put("nextToken", "")));

    assertThat(complete(ohio.observe(SYSTEM_INFERENCE_PROFILE)).listed()).hasSize(1);
  }

  @Test
  void aSightingIsStampedWhenTheLastOfItsAnswersCame() {
    ohio.place.importModel("invoices", 4, Map.of());

    var snapshot = complete(ohio.observe(IMPORTED_MODEL));

    assertThat(snapshot.startedAt()).isBefore(snapshot.resources().getFirst().answeredAt());
    assertThat(snapshot.resources().getFirst().answeredAt()).isBefore(ohio.clock.instant());
  }

  private void assertCalls(Map<String, Integer> expected) {
    var calls = new TreeMap<>(expected);
    calls.values().removeIf(count -> count == 0);
    assertThat(ohio.simulator.calls().counts()).isEqualTo(calls);
    assertThat(ohio.source.calls()).isEqualTo(calls);
  }

  private static List<Document> documents(ScopeSnapshot snapshot) {
    return snapshot.resources().stream().map(ObservedResource::document).toList();
  }
}
