package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.LISTED;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.RegionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesResponse;
import software.amazon.awssdk.services.bedrock.model.ThrottlingException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceGroupsTaggingApiException;
import software.amazon.awssdk.services.sts.model.StsException;

final class FaultsTest {
  private static final Match LIST = Match.calls("ListInferenceProfiles");

  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 29);
  private final BedrockClient bedrock = TestClients.of(simulator).bedrock();
  private final ResourceGroupsTaggingApiClient tagging = TestClients.of(simulator).tagging();
  private final RegionState place = simulator.place(ACCOUNT, OHIO);

  @AfterEach
  void close() {
    bedrock.close();
    tagging.close();
    simulator.close();
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of(Fault.throttle(), 429, "ThrottlingException"),
        Arguments.of(Fault.serverError(), 500, "InternalServerException"),
        Arguments.of(Fault.deny(), 403, "AccessDeniedException"),
        Arguments.of(Fault.expiredCredentials(), 403, "ExpiredTokenException"),
        Arguments.of(Fault.unrecognizedClient(), 403, "UnrecognizedClientException"),
        Arguments.of(
            Fault.refuse(503, "ServiceUnavailableException", "Later"),
            503,
            "ServiceUnavailableException"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalCarriesItsStatusAndCode(Fault fault, int status, String code) {
    simulator.faults().add(LIST, fault);

    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            BedrockException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
    assertThat(simulator.calls().all().getFirst().status()).isEqualTo(status);
    assertThat(simulator.calls().all().getFirst().error()).contains(code);
  }

  @Test
  void aFaultActsSoManyTimesOrUntilItIsRemoved() {
    var thrice = simulator.faults().add(LIST, Fault.throttle(), 3);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(this::list).isInstanceOf(ThrottlingException.class);
    }
    assertThat(list()).hasSize(LISTED);
    assertThat(thrice.acted()).isEqualTo(3);

    var standing = simulator.faults().add(LIST, Fault.deny());
    assertThatThrownBy(this::list).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(this::list).isInstanceOf(AccessDeniedException.class);
    standing.remove();
    assertThat(list()).hasSize(LISTED);
  }

  @Test
  void aFaultActsOnlyWhereItMatches() {
    place.createProfiles(3);
    simulator.faults().add(LIST.in(ACCOUNT, "us-west-2"), Fault.deny());
    simulator.faults().add(LIST.inAccount("444455556666"), Fault.deny());
    simulator.faults().add(LIST.onPage(2), Fault.throttle());
    simulator
        .faults()
        .add(Match.calls("GetInferenceProfile").about("us.deepseek.r1-v1:0"), Fault.serverError());

    assertThat(list()).hasSize(LISTED);
    var first = bedrock.listInferenceProfiles(r -> r.maxResults(5));
    assertThatThrownBy(() -> bedrock.listInferenceProfiles(r -> r.nextToken(first.nextToken())))
        .isInstanceOf(ThrottlingException.class);
    get("us.amazon.nova-pro-v1:0");
    assertThatThrownBy(() -> get("us.deepseek.r1-v1:0")).isInstanceOf(BedrockException.class);
    assertThatThrownBy(() -> get(place.profile("us.deepseek.r1-v1:0").arn()))
        .isInstanceOf(BedrockException.class);
  }

  @Test
  void aRefusedCallChangesNothing() {
    String arn = place.createProfile("chat", Map.of()).arn();
    simulator.faults().add(Match.calls("DeleteInferenceProfile"), Fault.serverError());

    assertThatThrownBy(() -> bedrock.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(arn)))
        .isInstanceOf(BedrockException.class);

    assertThat(place.findProfile(arn)).isPresent();
  }

  @Test
  void otherDialectsHaveTheirOwnRefusals() {
    simulator.faults().add(Match.anyCall().inRegion(OHIO), Fault.throttle());
    try (var sts = TestClients.of(simulator).sts()) {
      assertThatThrownBy(() -> tagging.getResources(r -> {}))
          .isInstanceOfSatisfying(
              ResourceGroupsTaggingApiException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(400);
                assertThat(e.isThrottlingException()).isTrue();
              });
      assertThatThrownBy(sts::getCallerIdentity)
          .isInstanceOfSatisfying(
              StsException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling"));
    }
    simulator.faults().clear();
    simulator.faults().add(Match.calls("AssumeRole"), Fault.deny());
    try (var sts = TestClients.of(simulator).sts()) {
      assertThatThrownBy(() ->
              sts.assumeRole(
                  r -> r.roleArn("arn:aws:iam::444455556666:role/x").roleSessionName("abc")))
          .isInstanceOfSatisfying(
              StsException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              });
    }
  }

  @Test
  void aDroppedConnectionHasNoResponseAndIsLogged() {
    simulator.faults().add(LIST, Fault.drop());

    assertThatThrownBy(this::list).isInstanceOf(SdkClientException.class);

    assertThat(simulator.calls().all()).isNotEmpty().allMatch(call -> call.status() == 0);
  }

  @Test
  void aTruncatedResponseEndsBeforeItsDeclaredLength() {
    simulator.faults().add(LIST, Fault.cut(200));

    assertThatThrownBy(this::list).isInstanceOf(SdkClientException.class);
  }

  @Test
  void aReplacedResponseIsSentUnchanged() {
    simulator.faults().add(LIST, Fault.replace("<html>no JSON</html>"), 1);
    assertThatThrownBy(this::list).isInstanceOf(SdkClientException.class);

    simulator.faults().add(LIST, Fault.replace(200, ""), 1);
    assertThat(list()).isEmpty();

    simulator.faults().add(LIST, Fault.replace(502, "Bad Gateway"), 1);
    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            BedrockException.class, e -> assertThat(e.statusCode()).isEqualTo(502));
  }

  @Test
  void anOmittedItemIsStillThere() {
    String arn = place.profile("us.amazon.nova-lite-v1:0").arn();
    var omission = simulator.faults().add(LIST.about(arn), Fault.omit());

    assertThat(list()).hasSize(LISTED - 1).noneMatch(p -> p.inferenceProfileArn().equals(arn));
    assertThat(get(arn)).isEqualTo("US Nova Lite");
    bedrock.listInferenceProfiles(r -> r.typeEquals("APPLICATION"));
    assertThat(omission.acted()).isEqualTo(1);
  }

  @Test
  void aRepeatedTokenLeadsBackToItsPage() {
    simulator.faults().add(LIST, Fault.repeatToken());

    var only = bedrock.listInferenceProfiles(r -> {});
    var again = bedrock.listInferenceProfiles(r -> r.nextToken(only.nextToken()));
    assertThat(again.nextToken()).isEqualTo(only.nextToken());
    assertThat(again.inferenceProfileSummaries()).isEqualTo(only.inferenceProfileSummaries());

    var first = bedrock.listInferenceProfiles(r -> r.maxResults(4));
    var second = bedrock.listInferenceProfiles(r -> r.maxResults(4).nextToken(first.nextToken()));
    assertThat(second.nextToken()).isEqualTo(first.nextToken());
  }

  @Test
  void aDelayedResponseArrives() {
    simulator.faults().add(LIST, Fault.slow(Duration.ofMillis(20)), 1);

    assertThat(list()).hasSize(LISTED);
  }

  @Test
  void shufflingIsRepeatableAndKeepsAllItems() {
    var plain = list();
    simulator.faults().add(LIST, Fault.shuffle(5));

    var shuffled = list();

    assertThat(shuffled).isNotEqualTo(plain).isEqualTo(list());
    assertThat(names(shuffled)).containsExactlyInAnyOrderElementsOf(names(plain));
    assertThat(shuffled).anyMatch(p -> !plain.contains(p));
  }

  @Test
  void anUnknownMemberIsAddedWhereItIsWanted() {
    var value = JsonNodeFactory.instance.textNode("new");
    String chat = place.createProfile("chat", Map.of("team", "a")).arn();
    var bodies = new ArrayList<String>();
    var raw = TestClients.of(simulator);
    simulator.faults().add(LIST, Fault.member("addedToTheList", value));
    simulator
        .faults()
        .add(Match.calls("GetInferenceProfile"), Fault.member("models/[]/weight", value));
    simulator.faults().add(Match.calls("ListTagsForResource"), Fault.member("tags/[]/by", value));
    simulator
        .faults()
        .add(Match.calls("GetResources").about(chat), Fault.member("Tags/[]/By", value));
    try (var client = Bodies.recording(raw, bodies);
        var tags = Bodies.recordingTags(raw, bodies)) {
      client.listInferenceProfiles(r -> r.typeEquals("APPLICATION"));
      client.getInferenceProfile(r -> r.inferenceProfileIdentifier(chat));
      client.listTagsForResource(r -> r.resourceARN(chat));
      tags.getResources(r -> {});
    }

    assertThat(bodies.get(0)).contains("\"addedToTheList\":\"new\"}]");
    assertThat(bodies.get(1)).contains("haiku-20240307-v1:0\",\"weight\":\"new\"}");
    assertThat(bodies.get(2)).contains("{\"key\":\"team\",\"value\":\"a\",\"by\":\"new\"}");
    assertThat(bodies.get(3)).contains("{\"Key\":\"team\",\"Value\":\"a\",\"By\":\"new\"}");
  }

  @Test
  void aListCanLackItsArrayAnArnOrNameOneTwice() {
    String nova = place.profile("us.amazon.nova-lite-v1:0").arn();
    simulator.faults().add(LIST, Fault.withoutList(), 1);
    assertThat(bedrock.listInferenceProfiles(r -> {}).hasInferenceProfileSummaries()).isFalse();

    simulator.faults().add(LIST.about(nova), Fault.withoutMember("inferenceProfileArn"), 1);
    assertThat(list()).hasSize(LISTED).filteredOn(p -> p.inferenceProfileArn() == null).hasSize(1);

    simulator.faults().add(LIST.about(nova), Fault.duplicate(), 1);
    assertThat(list())
        .hasSize(LISTED + 1)
        .filteredOn(p -> nova.equals(p.inferenceProfileArn()))
        .hasSize(2);

    simulator.faults().add(LIST, Fault.edit(body -> body.put("inferenceProfileSummaries", 7)), 1);
    assertThatThrownBy(this::list).isInstanceOf(SdkClientException.class);
  }

  @Test
  void aTokenBucketThrottlesEachOperationByTheClock() {
    simulator.faults().add(Match.anyCall(), Fault.limit(0.5, 2));
    list();
    list();
    assertThatThrownBy(this::list).isInstanceOf(ThrottlingException.class);
    get("us.deepseek.r1-v1:0");

    clock.advance(Duration.ofSeconds(2));

    list();
    assertThatThrownBy(this::list).isInstanceOf(ThrottlingException.class);
    try (var elsewhere = TestClients.of(simulator, ACCOUNT, "us-west-2").bedrock()) {
      elsewhere.listInferenceProfiles(r -> {});
    }
  }

  private List<InferenceProfileSummary> list() {
    ListInferenceProfilesResponse answer = bedrock.listInferenceProfiles(r -> {});
    return answer.inferenceProfileSummaries();
  }

  private String get(String identifier) {
    return bedrock
        .getInferenceProfile(r -> r.inferenceProfileIdentifier(identifier))
        .inferenceProfileName();
  }

  private static List<String> names(List<InferenceProfileSummary> profiles) {
    return profiles.stream().map(InferenceProfileSummary::inferenceProfileName).toList();
  }
}
