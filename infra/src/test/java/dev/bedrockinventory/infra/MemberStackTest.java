package dev.bedrockinventory.infra;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.settings.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template that further accounts and regions get. */
final class MemberStackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEDROCK = "arn:${AWS::Partition}:bedrock:*:${AWS::AccountId}:";

  /** What CloudFormation takes as text, without a bucket. */
  private static final int MOST_BYTES = 51_200;

  private final Template template = Synthesized.once().member();

  @Test
  void itNeedsNoBootstrapNoAssetNoRuleAndNoBucket() {
    var text = template.json().toString();

    assertThat(fields(template.json()))
        .containsExactlyInAnyOrder("Description", "Parameters", "Conditions", "Resources");
    assertThat(text)
        .doesNotContain("Bootstrap", "AssetParameters", "cdk-hnb659fds", "CDKMetadata", "S3Bucket");
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
  }

  @Test
  void itHoldsTwoRolesTwoRulesAndAQueueAndNothingElse() {
    var types = new TreeMap<String, Integer>();
    for (var resource : template.json().path("Resources")) {
      types.merge(resource.path("Type").asText(), 1, Integer::sum);
    }

    assertThat(types)
        .isEqualTo(
            Map.of(
                "AWS::Events::Rule", 2,
                "AWS::IAM::Role", 2,
                "AWS::SQS::Queue", 1,
                "AWS::SQS::QueuePolicy", 1));
  }

  @Test
  void everyParameterSaysWhatItIsAndRefusesWhatItIsNot() {
    var standards = new TreeMap<String, String>();
    template
        .json()
        .path("Parameters")
        .properties()
        .forEach(parameter -> {
          assertThat(fields(parameter.getValue()))
              .as(parameter.getKey())
              .contains("Description", "AllowedPattern", "ConstraintDescription", "Type");
          var standard = parameter.getValue().path("Default");
          standards.put(parameter.getKey(), standard.isTextual() ? standard.asText() : "-");
          if (standard.isTextual()) {
            assertThat(standard.asText())
                .matches(parameter.getValue().path("AllowedPattern").asText());
          }
        });

    assertThat(standards)
        .isEqualTo(
            Map.of(
                "HubAccount", "-",
                "HubBusArn", "-",
                "HubRoles", "-",
                "HomeRegion", "-",
                "OrganizationId", "none",
                "ExternalId", "bedrock-inventory",
                "RoleName", Targets.ROLE_NAME,
                "SenderRoleName", "BedrockInventorySender"));
  }

  @Test
  void operationsTellWhatEachParameterIs() throws IOException {
    var page = Files.readString(Synthesized.CONTEXT.resolveSibling("docs/operations.md"));

    assertThat(fields(template.json().path("Parameters")))
        .isNotEmpty()
        .allSatisfy(parameter ->
            assertThat(page.lines())
                .anyMatch(line -> line.matches("\\| .*`" + parameter + "`.* \\|.*")));
  }

  @ParameterizedTest
  @CsvSource({
    "HubAccount, 111122223333, true",
    "HubAccount, 1111-2222-3333, false",
    "HubBusArn, arn:aws:events:us-east-2:111122223333:event-bus/bedrock-inventory-hub, true",
    "HubBusArn, arn:aws-us-gov:events:us-gov-west-1:111122223333:event-bus/hub, true",
    "HubBusArn, bedrock-inventory-hub, false",
    "HubBusArn, arn:aws:events:us-east-2:111122223333:rule/hub, false",
    "HubRoles, arn:aws:iam::111122223333:role/bedrock-inventory-SweepsSweepRole3F-1aB2, true",
    "HubRoles, arn:aws:iam::111122223333:role/bedrock-inventory-SweepsSweepRole*, true",
    "HubRoles, arn:aws:iam::111122223333:root, false",
    "HubRoles, arn:aws:iam::*:role/bedrock-inventory-SweepsSweepRole, false",
    "HubRoles, *, false",
    "OrganizationId, o-a1b2c3d4e5, true",
    "OrganizationId, *, false",
    "ExternalId, two words, false",
    "HomeRegion, us-east-1, true",
    "HomeRegion, here, false",
    "RoleName, BedrockInventoryReader-2, true",
    "RoleName, Administrator, false",
    "SenderRoleName, a/path, false",
  })
  void aValueIsTakenOrRefused(String parameter, String value, boolean taken) {
    var form = template.json().path("Parameters").path(parameter).path("AllowedPattern").asText();

    assertThat(value.matches(form)).isEqualTo(taken);
  }

  @Test
  void theReaderTrustsTheHubsRolesWhoNameTheExternalIdAndAreOfTheOrganization() throws IOException {
    assertThat(trust("ReaderRole"))
        .isEqualTo(
            json(
                """
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"AWS": {"Fn::Join": ["", [
                    "arn:", {"Ref": "AWS::Partition"}, ":iam::", {"Ref": "HubAccount"}, ":root"]]}},
                  "Condition": {
                    "ArnLike": {"aws:PrincipalArn": {"Ref": "HubRoles"}},
                    "StringEquals": {
                      "sts:ExternalId": {"Ref": "ExternalId"},
                      "aws:PrincipalOrgID": {"Fn::If": ["BoundToOrganization",
                        {"Ref": "OrganizationId"}, {"Ref": "AWS::NoValue"}]}}}}]}
                """));
    assertThat(template.properties("AWS::IAM::Role", "ReaderRole").path("RoleName").path("Ref"))
        .isEqualTo(JSON.getNodeFactory().textNode("RoleName"));
  }

  @Test
  void theSenderIsEventBridgesInTheNameOfThisAccountsRules() throws IOException {
    assertThat(trust("SenderRole"))
        .isEqualTo(
            json(
                """
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "events.amazonaws.com"},
                  "Condition": {
                    "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}},
                    "ArnLike": {"aws:SourceArn": {"Fn::Join": ["", [
                      "arn:", {"Ref": "AWS::Partition"}, ":events:*:", {"Ref": "AWS::AccountId"},
                      ":rule/*"]]}}}}]}
                """));
    assertThat(Granted.actions(template.statements("SenderRole").values()))
        .containsExactly("events:PutEvents");
  }

  /** Which actions: {@link EventPermissionsTest}. */
  @Test
  void eachStatementIsAboutTheseResourcesAndNoOthers() {
    var found = new TreeMap<String, List<String>>();
    for (var role : template.resources("AWS::IAM::Role").keySet()) {
      template
          .statements(role)
          .forEach((id, statement) ->
              found.put(Template.name(role) + "/" + id, list(statement.path("Resource"))));
    }

    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("ReaderRole/ListEverything", List.of("*")),
                entry("ReaderRole/ReadImportJobs", List.of(BEDROCK + "model-import-job/*")),
                entry("ReaderRole/ReadModels", List.of(BEDROCK + "imported-model/*")),
                entry(
                    "ReaderRole/ReadProfiles",
                    List.of(
                        BEDROCK + "inference-profile/*",
                        BEDROCK + "application-inference-profile/*")),
                entry(
                    "ReaderRole/ReadTags",
                    List.of(
                        BEDROCK + "application-inference-profile/*", BEDROCK + "imported-model/*")),
                entry("SenderRole/SendEvents", List.of("${HubBusArn}"))));
  }

  @Test
  void theRulesAreTheHubsAndSendToItInTheSendersName() {
    var hub = Synthesized.once().template();
    for (var trail : Trail.values()) {
      var rule = template.properties("AWS::Events::Rule", "Events" + trail.id());
      var target = rule.path("Targets").path(0);

      assertThat(rule.path("EventPattern"))
          .isEqualTo(
              hub.properties("AWS::Events::Rule", "EventsOwn" + trail.id()).path("EventPattern"));
      assertThat(rule.has("EventBusName")).isFalse();
      assertThat(rule.path("Targets")).hasSize(1);
      assertThat(Template.flat(target.path("Arn"))).isEqualTo("${HubBusArn}");
      assertThat(target.path("RoleArn").path("Fn::If").path(0).asText()).isEqualTo("Home");
      assertThat(Template.flat(target.path("RoleArn").path("Fn::If").path(1)))
          .isEqualTo("${SenderRole.Arn}");
      assertThat(Template.flat(target.path("RoleArn").path("Fn::If").path(2)))
          .isEqualTo("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${SenderRoleName}");
      assertThat(Template.flat(target.path("DeadLetterConfig").path("Arn")))
          .isEqualTo("${EventsUndelivered.Arn}");
    }
    var sending =
        template
            .properties("AWS::SQS::QueuePolicy", "EventsUndelivered")
            .path("PolicyDocument")
            .path("Statement")
            .path(1);
    assertThat(sending.path("Effect").asText()).isEqualTo("Allow");
    assertThat(list(sending.path("Condition").path("ArnEquals").path("aws:SourceArn")))
        .containsExactlyInAnyOrder("${EventsBedrock.Arn}", "${EventsTagging.Arn}");
  }

  @ParameterizedTest
  @CsvSource({
    "444455556666, eu-central-1, Reader Sender Events",
    "444455556666, us-east-2,    Events",
    "444455556666, us-west-2,    Events",
    "111122223333, eu-central-1, Sender Events",
    "111122223333, us-east-2,    ''",
    "111122223333, us-west-2,    Events",
  })
  void whatIsGlobalIsMadeOnceAndNothingThatTheHubHasItself(
      String account, String region, String made) {
    var conditions =
        new Conditions(
            template.json().path("Conditions"),
            Map.of(
                "AWS::AccountId", account,
                "AWS::Region", region,
                "HomeRegion", "eu-central-1",
                "HubAccount", "111122223333",
                "HubBusArn", "arn:aws:events:us-east-2:111122223333:event-bus/hub"));
    var found = new TreeSet<String>();

    template
        .json()
        .path("Resources")
        .properties()
        .forEach(resource -> {
          if (conditions.hold(resource.getValue().path("Condition").asText())) {
            found.add(resource.getKey().replaceFirst("^(Reader|Sender|Events).*", "$1"));
          }
        });

    assertThat(found)
        .isEqualTo(made.isEmpty() ? Set.of() : new TreeSet<>(List.of(made.split(" ", -1))));
  }

  private JsonNode trust(String role) {
    return template.properties("AWS::IAM::Role", role).path("AssumeRolePolicyDocument");
  }

  private static Set<String> fields(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static List<String> list(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(Template::flat).toList()
        : List.of(Template.flat(node));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }
}
