package dev.bedrockinventory.infra;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** All permissions and trust policies of the template, literally. */
final class RolesTest {
  private static final String BEDROCK = "arn:${AWS::Partition}:bedrock:*:${AWS::AccountId}:";

  private static final String TARGETS =
      "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:"
          + "parameter/bedrock-inventory/targets";

  /**
   * From {@code <role>/<statement>} to its resources. {@link PermissionsTest} tests the actions.
   */
  private static final Map<String, List<String>> RESOURCES =
      Map.ofEntries(
          entry("DashboardShowRole/ReadChanges", List.of("${LedgerTable.Arn}/index/changes")),
          entry("DashboardShowRole/ReadLedger", List.of("${LedgerTable.Arn}")),
          entry("DashboardShowRole/PlatformLogs", List.of("${DashboardShowLogs.Arn}")),
          entry("DashboardShowRole/PlatformTracing", List.of("*")),
          entry("FeedTellRole/PublishChanges", List.of("${ChangeBus.Arn}")),
          entry("FeedTellRole/ReadLedger", List.of("${LedgerTable.Arn}")),
          entry("FeedTellRole/PlatformFailures", List.of("${FeedFailures.Arn}")),
          entry("FeedTellRole/PlatformLogs", List.of("${FeedTellLogs.Arn}")),
          entry("FeedTellRole/PlatformStream", List.of("${LedgerTable.StreamArn}")),
          entry("FeedTellRole/PlatformStreams", List.of("${LedgerTable.Arn}/stream/*")),
          entry("FeedTellRole/PlatformTracing", List.of("*")),
          entry("PlanCaller/CallPlanner", List.of("${PlanPlannerLive}")),
          entry("PlanCaller/SendUndelivered", List.of("${PlanDeadLetters.Arn}")),
          entry("PlanPlannerRole/WriteLedger", List.of("${LedgerTable.Arn}")),
          entry("PlanPlannerRole/ReadChanges", List.of("${LedgerTable.Arn}/index/changes")),
          entry("PlanPlannerRole/ReadTargets", List.of(TARGETS)),
          entry("PlanPlannerRole/SendPolls", List.of("${EventQueue.Arn}")),
          entry("PlanPlannerRole/SendTasks", List.of("${SweepQueue.Arn}")),
          entry("PlanPlannerRole/PlatformFailures", List.of("${PlanDeadLetters.Arn}")),
          entry("PlanPlannerRole/PlatformLogs", List.of("${PlanPlannerLogs.Arn}")),
          entry("PlanPlannerRole/PlatformTracing", List.of("*")),
          entry("RefreshesRefreshRole/WriteLedger", List.of("${LedgerTable.Arn}")),
          entry("RefreshesRefreshRole/ReadImportJobs", List.of(BEDROCK + "model-import-job/*")),
          entry("RefreshesRefreshRole/ReadModels", List.of(BEDROCK + "imported-model/*")),
          entry(
              "RefreshesRefreshRole/ReadProfiles",
              List.of(
                  BEDROCK + "inference-profile/*", BEDROCK + "application-inference-profile/*")),
          entry(
              "RefreshesRefreshRole/ReadTags",
              List.of(BEDROCK + "application-inference-profile/*", BEDROCK + "imported-model/*")),
          entry("RefreshesRefreshRole/ReleaseMessage", List.of("${EventQueue.Arn}")),
          entry("RefreshesRefreshRole/ReadTargets", List.of(TARGETS)),
          entry("RefreshesRefreshRole/PlatformLogs", List.of("${RefreshesRefreshLogs.Arn}")),
          entry("RefreshesRefreshRole/PlatformPoller", List.of("${EventQueue.Arn}")),
          entry("RefreshesRefreshRole/PlatformTracing", List.of("*")),
          entry("SweepsSweepRole/WriteLedger", List.of("${LedgerTable.Arn}")),
          entry("SweepsSweepRole/ListEverything", List.of("*")),
          entry("SweepsSweepRole/ReadModels", List.of(BEDROCK + "imported-model/*")),
          entry(
              "SweepsSweepRole/ReadProfiles",
              List.of(
                  BEDROCK + "inference-profile/*", BEDROCK + "application-inference-profile/*")),
          entry(
              "SweepsSweepRole/ReadTags",
              List.of(BEDROCK + "application-inference-profile/*", BEDROCK + "imported-model/*")),
          entry("SweepsSweepRole/ReleaseMessage", List.of("${SweepQueue.Arn}")),
          entry("SweepsSweepRole/PlatformLogs", List.of("${SweepsSweepLogs.Arn}")),
          entry("SweepsSweepRole/PlatformPoller", List.of("${SweepQueue.Arn}")),
          entry("SweepsSweepRole/PlatformTracing", List.of("*")));

  /** From a role to the service that may assume it. */
  private static final Map<String, String> TRUSTED =
      Map.of(
          "DashboardShowRole", "lambda.amazonaws.com",
          "FeedTellRole", "lambda.amazonaws.com",
          "PlanCaller", "scheduler.amazonaws.com",
          "PlanPlannerRole", "lambda.amazonaws.com",
          "RefreshesRefreshRole", "lambda.amazonaws.com",
          "SweepsSweepRole", "lambda.amazonaws.com");

  /** The roles that read other accounts. */
  private static final List<String> READERS = List.of("RefreshesRefreshRole", "SweepsSweepRole");

  private final Template template = Synthesized.once().template();

  @Test
  void everyStatementAllowsExactlyTheseResources() {
    var found = new TreeMap<String, List<String>>();
    for (var role : template.resources("AWS::IAM::Role").keySet()) {
      template
          .statements(role)
          .forEach((id, statement) ->
              found.put(Template.name(role) + "/" + id, list(statement.path("Resource"))));
    }

    assertThat(found).containsExactlyInAnyOrderEntriesOf(RESOURCES);
  }

  /** Without an organization and listed accounts no role may be assumed. */
  @Test
  void rolesOfTheOrganizationMayBeAssumed() {
    var organization = Synthesized.ofOrganization().template();

    for (var role : READERS) {
      var statement = organization.statement(role, "AssumeReaderRole");
      assertThat(Template.texts(statement.path("Action"))).containsExactly("sts:AssumeRole");
      assertThat(list(statement.path("Resource")))
          .containsExactly("arn:${AWS::Partition}:iam::*:role/BedrockInventoryReader*");
      assertThat(statement.path("Condition").toString())
          .isEqualTo("{\"StringEquals\":{\"aws:ResourceOrgID\":\"o-a1b2c3d4e5\"}}");
    }
  }

  @Test
  void withoutAnOrganizationOnlyRolesOfListedAccountsMayBeAssumed() {
    var listed = Synthesized.with(Map.of("memberAccounts", "444455556666, 777788889999"));

    for (var role : READERS) {
      assertThat(list(listed.template().statement(role, "AssumeReaderRole").path("Resource")))
          .containsExactly(
              "arn:${AWS::Partition}:iam::444455556666:role/BedrockInventoryReader*",
              "arn:${AWS::Partition}:iam::777788889999:role/BedrockInventoryReader*");
    }
  }

  @Test
  void thePlannerListsTheAccountsOfOneOrganizationAndPublishesThemOnTheChangeBus() {
    var organization = Synthesized.ofOrganization().template();

    assertThat(list(organization.statement("PlanPlannerRole", "ListAccounts").path("Resource")))
        .containsExactly("*");
    assertThat(list(organization.statement("PlanPlannerRole", "ListUnits").path("Resource")))
        .containsExactly("arn:${AWS::Partition}:organizations::*:ou/o-a1b2c3d4e5/ou-*");
    assertThat(list(organization.statement("PlanPlannerRole", "PublishTargets").path("Resource")))
        .containsExactly("${ChangeBus.Arn}");
    assertThat(template.statements("PlanPlannerRole"))
        .as("without an organization")
        .doesNotContainKeys("ListAccounts", "ListUnits", "PublishTargets");
  }

  /** A member account trusts exactly these two, also after the hub was deployed again. */
  @Test
  void theRolesThatMembersTrustHaveNamesOfTheStackAndRegion() {
    var names = new TreeMap<String, String>();
    template
        .resources("AWS::IAM::Role")
        .forEach((id, role) -> {
          if (role.path("Properties").has("RoleName")) {
            names.put(id, Template.flat(role.path("Properties").path("RoleName")));
          }
        });

    assertThat(names)
        .isEqualTo(
            Map.of(
                "SweepsSweepRole", "bedrock-inventory-sweep-${AWS::Region}",
                "RefreshesRefreshRole", "bedrock-inventory-refresh-${AWS::Region}"));
  }

  @Test
  void everyStatementHasAnIdAndOnlyAllows() {
    for (var role : template.resources("AWS::IAM::Role").keySet()) {
      assertThat(template.statements(role)).doesNotContainKey("");
      assertThat(template.statements(role).values())
          .allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(members(statement)).isEqualTo(Set.of("Sid", "Effect", "Action", "Resource"));
          });
    }
  }

  @Test
  void everyRoleTrustsOneServiceAndHasNoOtherPolicies() {
    var trusted = new TreeMap<String, String>();
    template
        .resources("AWS::IAM::Role")
        .forEach((id, role) -> {
          var statements = role.path("Properties").path("AssumeRolePolicyDocument");
          assertThat(statements.path("Statement")).as(id).hasSize(1);
          var statement = statements.path("Statement").path(0);
          assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRole");
          assertThat(members(statement.path("Principal"))).isEqualTo(Set.of("Service"));
          assertThat(statement.path("Condition")).as(id).isEqualTo(condition(id));
          trusted.put(Template.name(id), statement.path("Principal").path("Service").asText());
          assertThat(members(role.path("Properties"))).doesNotContain("ManagedPolicyArns");
        });

    assertThat(trusted).isEqualTo(TRUSTED);
    assertThat(template.resources("AWS::IAM::Policy")).isEmpty();
    assertThat(template.resources("AWS::IAM::ManagedPolicy")).isEmpty();
    assertThat(template.resources("AWS::Lambda::Permission")).isEmpty();
  }

  @Test
  void queuesRejectPlainTextAndAcceptEventsOfTheRulesOnly() {
    var allowing = new TreeSet<String>();
    assertThat(template.resources("AWS::SQS::QueuePolicy").values())
        .hasSameSizeAs(template.resources("AWS::SQS::Queue").values())
        .allSatisfy(policy -> {
          var queue = Template.flat(policy.path("Properties").path("Queues").path(0));
          var statements = policy.path("Properties").path("PolicyDocument").path("Statement");
          assertRejectsPlainText(statements.path(0), List.of("sqs:*"));
          if (statements.size() > 1) {
            allowing.add(queue);
            assertThat(statements).hasSize(2);
            assertAcceptsEvents(statements.path(1), queue.replace("}", ".Arn}"));
          }
        });

    assertThat(allowing).containsExactly("${EventDeadLetters}", "${EventQueue}");
  }

  @Test
  void theTopicAcceptsAlarmsOfThisAccountOnly() {
    var policies = template.resources("AWS::SNS::TopicPolicy");

    assertThat(policies).hasSize(1);
    var policy = policies.firstEntry().getValue().path("Properties");
    assertThat(list(policy.path("Topics"))).containsExactly("${AlarmTopic}");
    var statements = policy.path("PolicyDocument").path("Statement");
    assertThat(statements).hasSize(2);
    assertRejectsPlainText(statements.path(0), List.of("sns:Publish"));
    var alarms = statements.path(1);
    assertThat(alarms.path("Effect").asText()).isEqualTo("Allow");
    assertThat(list(alarms.path("Action"))).containsExactly("sns:Publish");
    assertThat(alarms.path("Principal").path("Service").asText())
        .isEqualTo("cloudwatch.amazonaws.com");
    assertThat(members(alarms.path("Principal"))).isEqualTo(Set.of("Service"));
    assertThat(list(alarms.path("Resource"))).containsExactly("${AlarmTopic}");
    assertThat(members(alarms.path("Condition"))).isEqualTo(Set.of("StringEquals"));
    assertThat(members(alarms.path("Condition").path("StringEquals")))
        .isEqualTo(Set.of("aws:SourceAccount"));
    assertThat(list(alarms.path("Condition").path("StringEquals").path("aws:SourceAccount")))
        .containsExactly("${AWS::AccountId}");
  }

  private void assertAcceptsEvents(JsonNode statement, String queue) {
    var rules =
        template.resources("AWS::Events::Rule").keySet().stream()
            .map(rule -> "${%s.Arn}".formatted(Template.name(rule)))
            .toList();
    assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
    assertThat(statement.path("Principal").path("Service").asText())
        .isEqualTo("events.amazonaws.com");
    assertThat(members(statement.path("Principal"))).isEqualTo(Set.of("Service"));
    assertThat(list(statement.path("Action"))).containsExactly("sqs:SendMessage");
    assertThat(list(statement.path("Resource"))).containsExactly(queue);
    assertThat(members(statement.path("Condition"))).isEqualTo(Set.of("ArnEquals"));
    assertThat(members(statement.path("Condition").path("ArnEquals")))
        .isEqualTo(Set.of("aws:SourceArn"));
    assertThat(list(statement.path("Condition").path("ArnEquals").path("aws:SourceArn")))
        .containsExactlyInAnyOrderElementsOf(rules);
  }

  /** Without the condition a schedule of another account could assume the role. */
  private static JsonNode condition(String role) {
    if (!role.startsWith("PlanCaller")) {
      return JsonNodeFactory.instance.missingNode();
    }
    var condition = JsonNodeFactory.instance.objectNode();
    condition.putObject("StringEquals").putObject("aws:SourceAccount").put("Ref", "AWS::AccountId");
    return condition;
  }

  private static void assertRejectsPlainText(JsonNode statement, List<String> actions) {
    assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
    assertThat(list(statement.path("Action"))).isEqualTo(actions);
    assertThat(statement.path("Condition").path("Bool").path("aws:SecureTransport").asText())
        .isEqualTo("false");
  }

  /** One or several flat texts. */
  private static List<String> list(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(Template::flat).toList()
        : List.of(Template.flat(node));
  }

  private static Set<String> members(JsonNode object) {
    var names = new TreeSet<String>();
    object.properties().forEach(member -> names.add(member.getKey()));
    return names;
  }
}
