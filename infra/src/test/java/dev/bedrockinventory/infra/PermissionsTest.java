package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.functions.PlanHandler;
import dev.bedrockinventory.functions.SweepHandler;
import dev.bedrockinventory.functions.Wiring;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roles of the template beside what the handlers really call. */
final class PermissionsTest {
  private static final String OTHER_ACCOUNT = "444455556666";
  private static final ClientPolicy IMPATIENT =
      new ClientPolicy(
          1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(2));
  private static final Context CONTEXT =
      new LambdaContext(
          1024, 0, "request", "group", "stream", "any", null, "1", "arn", null, null, null);

  private final Template template = Synthesized.once().template();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T14:30:00Z"));
  private final Cloud cloud = new Cloud(now::get);
  private final PlanHandler planner = new PlanHandler(wiring("Plan"));
  private final SweepHandler sweeper = new SweepHandler(wiring("Sweeps"));

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void thePlannersRoleAllowsWhatItCallsAndNothingElse() {
    var called = CalledOperations.during(this::plan);

    assertThat(Actions.of(called)).isEqualTo(granted("PlanPlannerRole"));
  }

  @Test
  void theSweepersRoleAllowsWhatItCallsAndNothingElse() {
    cloud.simulator().world().seedExamples(Cloud.ACCOUNT, Cloud.REGION);
    cloud
        .place()
        .putParameter(
            template.properties("AWS::SSM::Parameter", "TargetsAccounts").path("Name").asText(),
            "[\"%s\",\"%s\"]".formatted(Targets.HERE, OTHER_ACCOUNT));
    var called = new TreeSet<String>();
    called.addAll(sweepsAfter(() -> {}));
    called.addAll(sweepsAfter(this::changeEverything));
    called.addAll(
        sweepsAfter(
            () -> cloud.simulator().faults().add(Match.calls("ListImportedModels"), Fault.deny())));
    called.addAll(CalledOperations.during(() -> sweep("no task")));

    assertThat(Actions.of(called)).isEqualTo(granted("SweepsSweepRole"));
  }

  @Test
  void whatIsCalledIsWhatTheServicesHeard() {
    cloud.simulator().world().seedExamples(Cloud.ACCOUNT, Cloud.REGION);
    var called = new TreeSet<>(CalledOperations.during(this::plan));
    called.addAll(sweeps());

    assertThat(
            called.stream()
                .filter(operation -> !operation.startsWith("DynamoDb."))
                .map(operation -> operation.substring(operation.indexOf('.') + 1)))
        .containsExactlyInAnyOrderElementsOf(cloud.simulator().calls().counts().keySet());
  }

  @Test
  void whatThePlatformNeedsIsAClosedList() {
    assertThat(platform("PlanPlannerRole"))
        .isEqualTo(
            Map.of(
                "PlatformFailures", List.of("sqs:SendMessage"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(platform("SweepsSweepRole"))
        .isEqualTo(
            Map.of(
                "PlatformPoller",
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(actions(template.statements("PlanCaller").values()))
        .containsExactly("lambda:InvokeFunction", "sqs:SendMessage");
  }

  @Test
  void noActionIsAWildcardAndOnlyWhatSupportsNothingElseIsForEveryResource() {
    var everywhere = new TreeSet<String>();
    for (var role : template.resources("AWS::IAM::Role").keySet()) {
      template
          .statements(role)
          .forEach((id, statement) -> {
            assertThat(actions(List.of(statement))).noneMatch(action -> action.contains("*"));
            if (statement.path("Resource").equals(TextNode.valueOf("*"))) {
              everywhere.addAll(actions(List.of(statement)));
            }
          });
    }

    assertThat(everywhere)
        .containsExactly(
            "bedrock:ListImportedModels",
            "bedrock:ListInferenceProfiles",
            "tag:GetResources",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");
    assertThat(template.resources("AWS::IAM::Policy")).isEmpty();
    assertThat(template.resources("AWS::IAM::ManagedPolicy")).isEmpty();
  }

  /** Tags, destinations, units, a deletion, a return, an omission and a member nobody knows. */
  private void changeEverything() {
    var place = cloud.place();
    var profiles =
        place.profiles(dev.bedrockinventory.simulator.world.InferenceProfile.Type.APPLICATION);
    place.tag(profiles.get(0).arn(), Map.of("team", "other"));
    place.delete(profiles.get(1).arn());
    place.changeUnits(place.importedModels().getFirst().arn(), 4, "v1.0");
    place.createProfile("new", Map.of("team", "new"));
    sweeps();
    place.put(profiles.get(1));
    cloud
        .simulator()
        .faults()
        .add(Match.calls("ListInferenceProfiles").about(profiles.get(2).arn()), Fault.omit(), 1);
    cloud
        .simulator()
        .faults()
        .add(
            Match.calls("GetImportedModel"),
            Fault.member("newMember", TextNode.valueOf("unheard-of")));
  }

  private SortedSet<String> sweepsAfter(Runnable change) {
    change.run();
    return sweeps();
  }

  /** Plans and sweeps what was planned; what the sweeps called. */
  private SortedSet<String> sweeps() {
    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(15)));
    plan();
    var tasks = cloud.tasks();
    return CalledOperations.during(() -> tasks.forEach(this::sweep));
  }

  private void plan() {
    planner.handleRequest(Map.of("time", now.get().toString()), CONTEXT);
  }

  private void sweep(String task) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("1");
    message.setReceiptHandle("receipt");
    message.setBody(task);
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    sweeper.handleRequest(event, CONTEXT);
  }

  private Wiring wiring(String function) {
    var environment =
        new TreeMap<>(cloud.environment(template.properties("AWS::Lambda::Function", function)));
    environment.put(Variable.CALLS_PER_SECOND.key(), "999");
    return new Wiring(environment, Cloud.credentials(), IMPATIENT, now::get);
  }

  /** The actions of a role that its function's own code is to need. */
  private SortedSet<String> granted(String role) {
    return actions(
        template.statements(role).entrySet().stream()
            .filter(statement -> !statement.getKey().startsWith(Permission.PLATFORM))
            .map(Map.Entry::getValue)
            .toList());
  }

  private SortedMap<String, List<String>> platform(String role) {
    var found = new TreeMap<String, List<String>>();
    template
        .statements(role)
        .tailMap(Permission.PLATFORM)
        .forEach((id, statement) -> {
          if (id.startsWith(Permission.PLATFORM)) {
            found.put(id, Template.texts(statement.path("Action")));
          }
        });
    return found;
  }

  private static SortedSet<String> actions(Iterable<JsonNode> statements) {
    var actions = new TreeSet<String>();
    statements.forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
    return actions;
  }
}
