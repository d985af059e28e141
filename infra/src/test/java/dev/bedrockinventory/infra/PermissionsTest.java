package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.dashboard.View;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roles of the template match what the handlers call. */
final class PermissionsTest {
  private final Template template = Synthesized.ofOrganization().template();
  private final Handlers handlers = new Handlers();
  private final DeployedSystem cloud = handlers.cloud();

  @AfterEach
  void close() {
    handlers.close();
  }

  @Test
  void thePlanRoleAllowsExactlyWhatTheHandlerCalls() {
    var organization = handlers.inventoryTheOrganization();
    var called = new TreeSet<>(CalledOperations.during(handlers::plan));
    organization.put(Handlers.OTHER_ACCOUNT, organization.root());
    handlers.pass(Duration.ofDays(1));
    called.addAll(CalledOperations.during(handlers::plan));

    assertThat(Actions.of(called)).isEqualTo(Granted.toCode(template, "PlanPlannerRole"));
  }

  @Test
  void theSweepRoleAllowsExactlyWhatTheHandlerCalls() {
    cloud.simulator().world().seedExamples(DeployedSystem.ACCOUNT, DeployedSystem.REGION);
    handlers.inventoryTheOtherAccount();
    var called = new TreeSet<String>();
    called.addAll(sweepsAfter(() -> {}));
    called.addAll(sweepsAfter(this::changeEverything));
    called.addAll(
        sweepsAfter(
            () -> cloud.simulator().faults().add(Match.calls("ListImportedModels"), Fault.deny())));
    called.addAll(CalledOperations.during(() -> handlers.sweep("no task")));

    assertThat(Actions.of(called)).isEqualTo(Granted.toCode(template, "SweepsSweepRole"));
  }

  @Test
  void theDashboardRoleAllowsExactlyWhatTheViewsCall() {
    cloud.simulator().world().seedExamples(DeployedSystem.ACCOUNT, DeployedSystem.REGION);
    sweepsAfter(() -> {});
    sweepsAfter(this::changeEverything);
    var arn = cloud.region().profiles(InferenceProfile.Type.APPLICATION).getFirst().arn();

    var called =
        CalledOperations.during(
            () -> List.of(View.values()).forEach(view -> handlers.show(view.key(), arn)));

    assertThat(Actions.of(called)).isEqualTo(Granted.toCode(template, "DashboardShowRole"));
  }

  @Test
  void recordedOperationsAreThoseThatTheServicesReceived() {
    cloud.simulator().world().seedExamples(DeployedSystem.ACCOUNT, DeployedSystem.REGION);
    var called = new TreeSet<>(CalledOperations.during(handlers::plan));
    called.addAll(sweeps());

    assertThat(
            called.stream()
                .filter(operation -> !operation.startsWith("DynamoDb."))
                .map(operation -> operation.substring(operation.indexOf('.') + 1)))
        .containsExactlyInAnyOrderElementsOf(cloud.simulator().calls().counts().keySet());
  }

  @Test
  void thePermissionsOfThePlatformAreAClosedList() {
    assertThat(Granted.toPlatform(template, "PlanPlannerRole"))
        .isEqualTo(
            Map.of(
                "PlatformFailures", List.of("sqs:SendMessage"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(Granted.toPlatform(template, "DashboardShowRole"))
        .isEqualTo(
            Map.of(
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(Granted.toPlatform(template, "SweepsSweepRole"))
        .isEqualTo(
            Map.of(
                "PlatformPoller",
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(Granted.toPlatform(template, "RefreshesRefreshRole"))
        .isEqualTo(
            Map.of(
                "PlatformPoller",
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(Granted.toPlatform(template, "FeedTellRole"))
        .isEqualTo(
            Map.of(
                "PlatformFailures", List.of("sqs:SendMessage"),
                "PlatformStream",
                    List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator"),
                "PlatformStreams", List.of("dynamodb:ListStreams"),
                "PlatformLogs", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                "PlatformTracing", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")));
    assertThat(Granted.actions(template.statements("PlanCaller").values()))
        .containsExactly("lambda:InvokeFunction", "sqs:SendMessage");
  }

  @Test
  void noActionHasAWildcardAndFewActionsAllowAllResources() {
    var everywhere = new TreeSet<String>();
    for (var role : template.resources("AWS::IAM::Role").keySet()) {
      template
          .statements(role)
          .forEach((id, statement) -> {
            assertThat(Granted.actions(List.of(statement)))
                .noneMatch(action -> action.contains("*"));
            if (statement.path("Resource").equals(TextNode.valueOf("*"))) {
              everywhere.addAll(Granted.actions(List.of(statement)));
            }
          });
    }

    assertThat(everywhere)
        .containsExactly(
            "bedrock:ListImportedModels",
            "bedrock:ListInferenceProfiles",
            "organizations:ListAccounts",
            "tag:GetResources",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");
    assertThat(template.resources("AWS::IAM::Policy")).isEmpty();
    assertThat(template.resources("AWS::IAM::ManagedPolicy")).isEmpty();
  }

  /** Tags, units, a creation, a deletion, a return, an omission and an unmodeled member. */
  private void changeEverything() {
    var region = cloud.region();
    var profiles = region.profiles(InferenceProfile.Type.APPLICATION);
    region.tag(profiles.get(0).arn(), Map.of("team", "other"));
    region.delete(profiles.get(1).arn());
    region.changeUnits(region.importedModels().getFirst().arn(), 4, "v1.0");
    region.createProfile("new", Map.of("team", "new"));
    sweeps();
    region.put(profiles.get(1));
    cloud
        .simulator()
        .faults()
        .add(Match.calls("ListInferenceProfiles").about(profiles.get(2).arn()), Fault.omit(), 1);
    cloud
        .simulator()
        .faults()
        .add(
            Match.calls("GetImportedModel"),
            Fault.member("newMember", TextNode.valueOf("unmodeled")));
  }

  private SortedSet<String> sweepsAfter(Runnable change) {
    change.run();
    return sweeps();
  }

  /** Plans and sweeps; returns what the sweeps called. */
  private SortedSet<String> sweeps() {
    handlers.pass(Duration.ofMinutes(15));
    handlers.plan();
    var tasks = cloud.tasks();
    return CalledOperations.during(() -> tasks.forEach(handlers::sweep));
  }
}
