package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.world.RegionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.S3DataSource;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sts.model.Credentials;

final class CloudTrailTest {
  private static final String NOVA =
      "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0";
  private static final String MISSING =
      "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/000000000000";

  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 31);
  private final BedrockClient alice = TestClients.of(simulator).bedrock();
  private final BedrockClient bob = TestClients.of(simulator, ACCOUNT + "bob", OHIO).bedrock();
  private final ResourceGroupsTaggingApiClient tagging = TestClients.of(simulator).tagging();
  private final RegionState place = simulator.place(ACCOUNT, OHIO);

  @AfterEach
  void close() {
    alice.close();
    bob.close();
    tagging.close();
    simulator.close();
  }

  @Test
  void theEventOfACreatedProfileHasItsCallerRegionAndParameters() {
    clock.advance(Duration.ofMillis(1_750));

    var answer =
        alice.createInferenceProfile(r ->
            r.inferenceProfileName("chat")
                .description("For the shop")
                .clientRequestToken("token-1")
                .modelSource(source -> source.copyFrom(NOVA))
                .tags(tag("team", "checkout")));

    var event = only();
    var detail = event.path("detail");
    assertThat(event.path("version").asText()).isEqualTo("0");
    assertThat(event.path("id").asText()).hasSize(36).isNotEqualTo(text(detail, "eventID"));
    assertThat(text(event, "detail-type")).isEqualTo("AWS API Call via CloudTrail");
    assertThat(text(event, "source")).isEqualTo("aws.bedrock");
    assertThat(text(event, "account")).isEqualTo(ACCOUNT);
    assertThat(text(event, "region")).isEqualTo(OHIO);
    assertThat(text(event, "time")).isEqualTo("2026-03-01T12:00:01Z");
    assertThat(event.path("resources").isArray()).isTrue();
    assertThat(text(detail, "eventSource")).isEqualTo("bedrock.amazonaws.com");
    assertThat(text(detail, "eventName")).isEqualTo("CreateInferenceProfile");
    assertThat(text(detail, "eventTime")).isEqualTo("2026-03-01T12:00:01Z");
    assertThat(text(detail, "awsRegion")).isEqualTo(OHIO);
    assertThat(text(detail, "sourceIPAddress")).isEqualTo("127.0.0.1");
    assertThat(text(detail, "userAgent")).contains("aws-sdk-java");
    assertThat(text(detail, "requestID")).isEqualTo(answer.responseMetadata().requestId());
    assertThat(text(detail, "eventID")).hasSize(36);
    assertThat(detail.path("readOnly").asBoolean(true)).isFalse();
    assertThat(text(detail, "recipientAccountId")).isEqualTo(ACCOUNT);
    assertThat(detail.has("errorCode")).isFalse();
    assertThat(detail.path("userIdentity"))
        .isEqualTo(
            json(
                """
                {"type":"IAMUser","principalId":"AIDA111122223333alice",
                 "arn":"arn:aws:iam::111122223333:user/alice","accountId":"111122223333",
                 "accessKeyId":"111122223333alice","userName":"alice"}
                """));
    assertThat(detail.path("requestParameters"))
        .isEqualTo(
            json(
                """
                {"inferenceProfileName":"chat","description":"HIDDEN_DUE_TO_SECURITY_REASONS",
                 "clientRequestToken":"token-1","modelSource":{"copyFrom":"%s"},
                 "tags":[{"key":"team","value":"checkout"}]}
                """
                    .formatted(NOVA)));
    assertThat(detail.path("responseElements"))
        .isEqualTo(
            json(
                """
                {"inferenceProfileArn":"%s","status":"ACTIVE"}
                """
                    .formatted(answer.inferenceProfileArn())));
  }

  @Test
  void everyCallThatChangesSomethingIsAnEventInItsOrder() {
    String arn =
        alice
            .createInferenceProfile(
                r -> r.inferenceProfileName("chat").modelSource(s -> s.copyFrom(NOVA)))
            .inferenceProfileArn();
    bob.tagResource(r -> r.resourceARN(arn).tags(tag("team", "search")));
    alice.untagResource(r -> r.resourceARN(arn).tagKeys("team"));
    bob.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(arn));
    String job =
        alice
            .createModelImportJob(r ->
                r.jobName("nightly")
                    .importedModelName("reader")
                    .roleArn("arn:aws:iam::111122223333:role/import")
                    .modelDataSource(
                        ModelDataSource.fromS3DataSource(
                            S3DataSource.builder().s3Uri("s3://models/reader/").build())))
            .jobArn();
    clock.advance(Duration.ofSeconds(2));
    bob.deleteImportedModel(r -> r.modelIdentifier("reader"));

    var details = details();

    assertThat(details)
        .extracting(
            detail -> text(detail, "eventName"),
            detail -> text(detail.path("userIdentity"), "userName"))
        .containsExactly(
            Tuple.tuple("CreateInferenceProfile", "alice"),
            Tuple.tuple("TagResource", "bob"),
            Tuple.tuple("UntagResource", "alice"),
            Tuple.tuple("DeleteInferenceProfile", "bob"),
            Tuple.tuple("CreateModelImportJob", "alice"),
            Tuple.tuple("DeleteImportedModel", "bob"));
    assertThat(details).extracting(detail -> text(detail, "eventID")).doesNotHaveDuplicates();
    assertThat(details.get(1).path("requestParameters"))
        .isEqualTo(
            json(
                "{\"resourceARN\":\"%s\",\"tags\":[{\"key\":\"team\",\"value\":\"search\"}]}"
                    .formatted(arn)));
    assertThat(details.get(1).path("responseElements").isNull()).isTrue();
    assertThat(details.get(2).path("requestParameters"))
        .isEqualTo(json("{\"resourceARN\":\"%s\",\"tagKeys\":[\"team\"]}".formatted(arn)));
    assertThat(details.get(3).path("requestParameters"))
        .isEqualTo(json("{\"inferenceProfileIdentifier\":\"%s\"}".formatted(arn)));
    assertThat(details.get(4).path("responseElements"))
        .isEqualTo(json("{\"jobArn\":\"%s\"}".formatted(job)));
    assertThat(details.get(5).path("requestParameters"))
        .isEqualTo(json("{\"modelIdentifier\":\"reader\"}"));
  }

  @Test
  void readsAndChangesOfAPlaceAreNoEvents() {
    var chat = place.createProfile("chat", Map.of("team", "checkout"));
    place.tag(chat.arn(), Map.of("team", "search"));
    alice.listInferenceProfiles(r -> r.typeEquals("APPLICATION"));
    alice.getInferenceProfile(r -> r.inferenceProfileIdentifier(chat.arn()));
    alice.listTagsForResource(r -> r.resourceARN(chat.arn()));
    alice.listImportedModels(r -> {});
    alice.listModelImportJobs(r -> {});
    tagging.getResources(r -> {});
    assertThatThrownBy(() -> alice.getImportedModel(r -> r.modelIdentifier("missing")))
        .isInstanceOf(BedrockException.class);

    assertThat(simulator.events().drain()).isEmpty();
  }

  @Test
  void aRefusedCallIsAnEventWithItsError() {
    var chat = place.createProfile("chat", Map.of());
    simulator.faults().add(Match.calls("DeleteInferenceProfile"), Fault.deny(), 1);

    assertThatThrownBy(
            () -> bob.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(chat.arn())))
        .isInstanceOf(BedrockException.class);

    var detail = only().path("detail");
    assertThat(text(detail, "errorCode")).isEqualTo("AccessDenied");
    assertThat(text(detail, "errorMessage"))
        .isEqualTo("User is not authorized to perform this action.");
    assertThat(text(detail.path("userIdentity"), "arn"))
        .isEqualTo("arn:aws:iam::111122223333:user/bob");
    assertThat(text(detail.path("requestParameters"), "inferenceProfileIdentifier"))
        .isEqualTo(chat.arn());
    assertThat(detail.path("responseElements").isNull()).isTrue();
    assertThat(place.findProfile(chat.arn())).isPresent();
  }

  @Test
  void aCallThatFailsIsAnEventWithTheServicesError() {
    assertThatThrownBy(() -> alice.tagResource(r -> r.resourceARN(MISSING).tags(tag("a", "b"))))
        .isInstanceOf(BedrockException.class);
    assertThatThrownBy(() ->
            alice.createInferenceProfile(r ->
                r.inferenceProfileName("chat")
                    .description("secret!plan")
                    .modelSource(s -> s.copyFrom(NOVA))))
        .isInstanceOf(BedrockException.class);
    simulator.faults().add(Match.calls("UntagResource"), Fault.throttle(), 1);
    assertThatThrownBy(() -> alice.untagResource(r -> r.resourceARN(MISSING).tagKeys("a")))
        .isInstanceOf(BedrockException.class);

    var details = details();
    assertThat(details)
        .extracting(detail -> text(detail, "errorCode"))
        .containsExactly("ResourceNotFoundException", "ValidationException", "ThrottlingException");
    assertThat(details.get(1).toString()).doesNotContain("secret!plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExpiredTokenException", "UnrecognizedClientException"})
  void anUnrecognizedCallerCausesNoEvent(String code) {
    var delete = Match.calls("DeleteInferenceProfile");
    simulator.faults().add(delete, Fault.refuse(403, code, "Who is it?"), 1);

    assertThatThrownBy(
            () -> alice.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(MISSING)))
        .isInstanceOf(BedrockException.class);

    assertThat(simulator.events().drain()).isEmpty();
  }

  @Test
  void aCallThatNeverArrivedCausesNoEventAndOneWhoseResponseIsLostDoes() {
    var chat = place.createProfile("chat", Map.of());
    var tag = Match.calls("TagResource");
    simulator.faults().add(tag, Fault.drop());
    assertThatThrownBy(() -> alice.tagResource(r -> r.resourceARN(chat.arn()).tags(tag("a", "1"))))
        .isInstanceOf(SdkClientException.class);
    assertThat(simulator.events().drain()).isEmpty();
    simulator.faults().clear();

    simulator.faults().add(tag, Fault.replace(500, "lost"));
    assertThatThrownBy(() -> alice.tagResource(r -> r.resourceARN(chat.arn()).tags(tag("a", "1"))))
        .isInstanceOf(SdkException.class);

    assertThat(only().path("detail").has("errorCode")).isFalse();
    assertThat(place.tags(chat.arn())).containsEntry("a", "1");
  }

  @Test
  void aSessionOfARoleNamesTheRoleBehindIt() {
    clock.advance(Duration.ofMillis(400));
    try (var bedrock = inSession(opened(false)).bedrock()) {
      clock.advance(Duration.ofMinutes(5));
      bedrock.createInferenceProfile(
          r -> r.inferenceProfileName("theirs").modelSource(s -> s.copyFrom(theirNova())));
    }

    var event = only();
    var identity = event.path("detail").path("userIdentity");
    assertThat(text(event, "account")).isEqualTo("444455556666");
    assertThat(text(event.path("detail"), "recipientAccountId")).isEqualTo("444455556666");
    assertThat(text(identity, "type")).isEqualTo("AssumedRole");
    assertThat(text(identity, "arn"))
        .isEqualTo("arn:aws:sts::444455556666:assumed-role/deploy/pipeline");
    assertThat(text(identity, "principalId")).matches("AROA[A-Z0-9]{16}:pipeline");
    assertThat(text(identity, "accessKeyId")).startsWith("444455556666");
    assertThat(identity.has("userName")).isFalse();
    String roleId = text(identity, "principalId").replace(":pipeline", "");
    assertThat(identity.path("sessionContext"))
        .isEqualTo(
            json(
                """
                {"sessionIssuer":{"type":"Role","principalId":"%s",
                  "arn":"arn:aws:iam::444455556666:role/path/deploy",
                  "accountId":"444455556666","userName":"deploy"},
                 "attributes":{"creationDate":"2026-03-01T12:00:00Z","mfaAuthenticated":"false"}}
                """
                    .formatted(roleId)));
  }

  @Test
  void aSessionRecordsTheSecondFactorThatOpenedIt() {
    try (var bedrock = inSession(opened(true)).bedrock()) {
      bedrock.createInferenceProfile(
          r -> r.inferenceProfileName("theirs").modelSource(s -> s.copyFrom(theirNova())));
    }

    var session = only().path("detail").path("userIdentity").path("sessionContext");
    assertThat(text(session.path("attributes"), "mfaAuthenticated")).isEqualTo("true");
  }

  @Test
  void oneTaggingEventListsAllResourcesAndTheFailedOnes() {
    String one = place.createProfile("one", Map.of()).arn();
    String two = place.createProfile("two", Map.of()).arn();

    tagging.tagResources(r -> r.resourceARNList(one, two).tags(Map.of("Team", "search")));
    tagging.untagResources(r -> r.resourceARNList(one, MISSING).tagKeys("Team", "Other"));

    var events = simulator.events().drain();
    assertThat(events).extracting(event -> text(event, "source")).containsOnly("aws.tagging");
    var tagged = events.getFirst().path("detail");
    assertThat(text(tagged, "eventSource")).isEqualTo("tagging.amazonaws.com");
    assertThat(text(tagged, "eventName")).isEqualTo("TagResources");
    assertThat(tagged.path("requestParameters"))
        .isEqualTo(
            json(
                """
                {"resourceARNList":["%s","%s"],"tags":{"Team":"search"}}
                """
                    .formatted(one, two)));
    assertThat(tagged.path("responseElements")).isEqualTo(json("{\"failedResourcesMap\":{}}"));
    var untagged = events.getLast().path("detail");
    assertThat(text(untagged, "eventName")).isEqualTo("UntagResources");
    assertThat(untagged.path("requestParameters"))
        .isEqualTo(
            json(
                """
                {"resourceARNList":["%s","%s"],"tagKeys":["Team","Other"]}
                """
                    .formatted(one, MISSING)));
    assertThat(untagged.has("errorCode")).isFalse();
    var failed = untagged.path("responseElements").path("failedResourcesMap");
    assertThat(failed.properties()).extracting(Map.Entry::getKey).containsExactly(MISSING);
    assertThat(text(failed.path(MISSING), "errorCode")).isEqualTo("InvalidParameterException");
    assertThat(failed.path(MISSING).path("statusCode").asInt()).isEqualTo(400);
  }

  @Test
  void theOrderOfTheEventsIsTheOrderOfTheChanges() throws Exception {
    String arn = place.createProfile("chat", Map.of()).arn();
    var calls = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 64; i++) {
        String value = Integer.toString(i);
        var client = i % 2 == 0 ? alice : bob;
        calls.add(
            threads.submit(
                () -> client.tagResource(r -> r.resourceARN(arn).tags(tag("last", value)))));
      }
    }
    for (var call : calls) {
      call.get();
    }

    var details = details();
    assertThat(details).hasSize(64);
    var last = details.getLast().path("requestParameters").path("tags").path(0);
    assertThat(place.tags(arn)).containsEntry("last", text(last, "value"));
  }

  @Test
  void anEventIsHandedOutOnce() {
    String arn = place.createProfile("chat", Map.of()).arn();
    alice.tagResource(r -> r.resourceARN(arn).tags(tag("a", "1")));
    assertThat(simulator.events().drain()).hasSize(1);
    bob.tagResource(r -> r.resourceARN(arn).tags(tag("a", "2")));

    assertThat(text(only().path("detail").path("userIdentity"), "userName")).isEqualTo("bob");
    assertThat(simulator.events().drain()).isEmpty();
  }

  private Credentials opened(boolean mfa) {
    try (var sts = TestClients.of(simulator).sts()) {
      return sts.assumeRole(
              r -> {
                r.roleArn("arn:aws:iam::444455556666:role/path/deploy").roleSessionName("pipeline");
                if (mfa) {
                  r.serialNumber("arn:aws:iam::111122223333:mfa/alice").tokenCode("123456");
                }
              })
          .credentials();
    }
  }

  private TestClients inSession(Credentials keys) {
    var session =
        AwsSessionCredentials.create(
            keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    return new TestClients(simulator.endpoint(), OHIO, StaticCredentialsProvider.create(session));
  }

  private static String theirNova() {
    return NOVA.replace(ACCOUNT, "444455556666");
  }

  private ObjectNode only() {
    var events = simulator.events().drain();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private List<JsonNode> details() {
    return simulator.events().drain().stream().map(event -> event.path("detail")).toList();
  }

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
