package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.model.Kind.APPLICATION_INFERENCE_PROFILE;
import static dev.bedrockinventory.model.Kind.IMPORTED_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

final class PresenceTest {
  private final Ohio ohio = new Ohio();
  private final Arn chat =
      new Arn(ohio.place.createProfile("chat", Map.of("team", "search")).arn());

  @AfterEach
  void stop() {
    ohio.close();
  }

  @Test
  void whatGetFindsIsThereWithoutItsTags() {
    ohio.fault("GetInferenceProfile", Fault.member("quota", IntNode.valueOf(5)));

    var presence = ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat);

    assertThat(found(presence))
        .satisfies(found -> {
          assertThat(found.value().name(APPLICATION_INFERENCE_PROFILE)).contains("chat");
          assertThat(found.value().tags()).isEmpty();
          assertThat(found.drift())
              .containsExactly(
                  new UnmodeledMember("GetInferenceProfile", "quota", "number", chat.text()));
        });
    assertThat(ohio.source.calls()).isEqualTo(Map.of("GetInferenceProfile", 1));
  }

  @Test
  void anImportedModelIsAskedForByItsArn() {
    var model = new Arn(ohio.place.importModel("invoices", 2, Map.of("a", "1")).arn());

    var presence = ohio.source.detail(Ohio.scope(IMPORTED_MODEL), model);

    assertThat(found(presence))
        .satisfies(found -> {
          assertThat(found.value().json()).contains("\"customModelUnits\"");
          assertThat(found.value().tags()).isEmpty();
        });
  }

  @Test
  void notFoundIsAProof() {
    ohio.place.delete(chat.text());

    var presence = ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat);

    assertThat(presence)
        .asInstanceOf(type(ReadResult.NotFound.class))
        .satisfies(absent -> {
          assertThat(absent.absence().operation()).isEqualTo("GetInferenceProfile");
          assertThat(absent.absence().message()).contains("not found");
          assertThat(absent.absence().requestId()).isNotEmpty();
          assertThat(absent.absence().answeredAt()).isAfter(Instant.parse("2026-11-22T14:20:00Z"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "429, ThrottlingException, THROTTLED",
    "500, InternalServerException, UNAVAILABLE",
    "403, AccessDeniedException, DENIED",
    "400, ValidationException, MALFORMED",
    "404, UnknownOperationException, MALFORMED",
    "404, '', MALFORMED",
    "410, ResourceNotFoundException, MALFORMED",
    "500, ResourceNotFoundException, UNAVAILABLE"
  })
  void anyOtherResponseIsUnknown(int status, String code, Reason reason) {
    ohio.fault("GetInferenceProfile", Fault.refuse(status, code, "no"));

    var presence = ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat);

    assertThat(presence)
        .asInstanceOf(type(ReadResult.Failed.class))
        .satisfies(unknown -> {
          assertThat(unknown.failure().reason()).isEqualTo(reason);
          assertThat(unknown.failure().resource()).contains(chat);
        });
  }

  @Test
  void anEmptyAnswerIsNoAbsence() {
    ohio.fault("GetInferenceProfile", Fault.replace("{}"));

    assertThat(ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat))
        .isInstanceOf(ReadResult.Failed.class);
  }

  @Test
  void tagsAreReadFromTheirAuthority() {
    ohio.place.freezeTagIndex();
    ohio.place.tag(chat.text(), Map.of("a", "1"));

    var tags = ohio.source.tags(chat);

    assertThat(tags)
        .asInstanceOf(type(ReadResult.Found.class))
        .satisfies(
            read -> assertThat(read.value()).hasToString("{\"a\":\"1\",\"team\":\"search\"}"));
    assertThat(ohio.source.calls()).isEqualTo(Map.of("ListTagsForResource", 1));
  }

  @Test
  void theTagsOfWhatIsNotFoundHaveVanished() {
    ohio.place.delete(chat.text());

    assertThat(ohio.source.tags(chat)).isInstanceOf(ReadResult.NotFound.class);
  }

  @Test
  void tagsThatCannotBeReadAreUnread() {
    ohio.fault("ListTagsForResource", Fault.serverError());

    assertThat(ohio.source.tags(chat))
        .asInstanceOf(type(ReadResult.Failed.class))
        .satisfies(unread -> assertThat(unread.failure().reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(ohio.source.calls()).isEqualTo(Map.of("ListTagsForResource", Ohio.ATTEMPTS));
  }

  @Test
  void callsAreCountedOverTheWholeLifeOfASource() {
    ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat);
    ohio.source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat);
    ohio.source.observe(ScopeState.unknown(Ohio.scope(IMPORTED_MODEL)), Deadline.NONE);

    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("GetInferenceProfile", 2, "ListImportedModels", 1));
  }

  @Test
  void sourcesThatShareClientsDoNotSeeEachOthersAnswers() throws Exception {
    var made = ohio.place.createProfiles(200);
    try (var threads = Executors.newFixedThreadPool(8);
        var bedrock = client(Ohio.POLICY);
        var tagging = tagging()) {
      var readings =
          made.stream()
              .map(profile ->
                  threads.submit(() ->
                      new BedrockSource(
                              bedrock,
                              tagging,
                              new Pacer(1000, ohio.clock, duration -> {}),
                              ohio.clock)
                          .detail(
                              Ohio.scope(APPLICATION_INFERENCE_PROFILE), new Arn(profile.arn()))))
              .toList();

      for (Future<ReadResult<Document>> reading : readings) {
        assertThat(reading.get()).isInstanceOf(ReadResult.Found.class);
      }
    }
  }

  @Test
  void aClientThatKeepsNoBodiesIsOurOwnMistake() {
    try (var bedrock = plainClient();
        var tagging = tagging()) {
      var source =
          new BedrockSource(
              bedrock, tagging, new Pacer(1000, ohio.clock, duration -> {}), ohio.clock);

      assertThatThrownBy(() -> source.detail(Ohio.scope(APPLICATION_INFERENCE_PROFILE), chat))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the client keeps no response bodies: build it with ClientPolicy.configuration()");
    }
  }

  private BedrockClient client(ClientPolicy policy) {
    return BedrockClient.builder()
        .region(Region.of(Ohio.REGION))
        .endpointOverride(ohio.simulator.endpoint())
        .credentialsProvider(bob())
        .overrideConfiguration(policy.configuration())
        .build();
  }

  private BedrockClient plainClient() {
    return BedrockClient.builder()
        .region(Region.of(Ohio.REGION))
        .endpointOverride(ohio.simulator.endpoint())
        .credentialsProvider(bob())
        .build();
  }

  private ResourceGroupsTaggingApiClient tagging() {
    return ResourceGroupsTaggingApiClient.builder()
        .region(Region.of(Ohio.REGION))
        .endpointOverride(ohio.simulator.endpoint())
        .credentialsProvider(bob())
        .build();
  }

  private static StaticCredentialsProvider bob() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(Ohio.ACCOUNT + "bob", "secret"));
  }

  private static <T> ReadResult.Found<T> found(ReadResult<T> result) {
    return switch (result) {
      case ReadResult.Found<T> found -> found;
      case ReadResult.NotFound<T> _, ReadResult.Failed<T> _ -> throw new AssertionError(result);
    };
  }
}
