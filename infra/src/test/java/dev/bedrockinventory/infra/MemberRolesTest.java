package dev.bedrockinventory.infra;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.infra.construct.CloudTrailPattern;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles, rules and conditions of the member template. */
final class MemberRolesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEDROCK = "arn:${AWS::Partition}:bedrock:*:${AWS::AccountId}:";

  private final Template template = Synthesized.once().member();

  @Test
  void theReaderRoleTrustsTheHubRolesWithExternalIdAndOrganization() throws IOException {
    assertThat(trust("ReaderRole"))
        .isEqualTo(
            json(
                """
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"AWS": {"Fn::Join": ["", [
                    "arn:", {"Ref": "AWS::Partition"}, ":iam::", {"Ref": "HubAccount"}, ":root"]]}},
                  "Condition": {
                    "ArnEquals": {"aws:PrincipalArn": {"Ref": "HubRoles"}},
                    "StringEquals": {
                      "sts:ExternalId": {"Ref": "ExternalId"},
                      "aws:PrincipalOrgID": {"Fn::If": ["BoundToOrganization",
                        {"Ref": "OrganizationId"}, {"Ref": "AWS::NoValue"}]}}}}]}
                """));
    assertThat(template.properties("AWS::IAM::Role", "ReaderRole").path("RoleName").path("Ref"))
        .isEqualTo(JSON.getNodeFactory().textNode("RoleName"));
  }

  @Test
  void theSenderRoleTrustsTheRulesOfThisAccount() throws IOException {
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

  /** {@link EventPermissionsTest} tests the actions. */
  @Test
  void everyStatementAllowsExactlyTheseResources() {
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
  void theRulesHaveThePatternsOfTheHubAndSendToItsBus() {
    var hub = Synthesized.once().template();
    for (var pattern : CloudTrailPattern.values()) {
      var rule = template.properties("AWS::Events::Rule", "Events" + pattern.id());
      var target = rule.path("Targets").path(0);

      assertThat(rule.path("EventPattern"))
          .isEqualTo(
              hub.properties("AWS::Events::Rule", "EventsOwn" + pattern.id()).path("EventPattern"));
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
    "444455556666, eu-central-1, o-a1b2c3d4e5, Reader Sender Events",
    "444455556666, us-east-2,    o-a1b2c3d4e5, Events",
    "444455556666, us-west-2,    o-a1b2c3d4e5, Events",
    "444455556666, eu-central-1, none,         Reader Sender",
    "444455556666, us-west-2,    none,         ''",
    "111122223333, eu-central-1, none,         Sender Events",
    "111122223333, us-east-2,    none,         ''",
    "111122223333, us-east-2,    o-a1b2c3d4e5, ''",
    "111122223333, us-west-2,    none,         Events",
  })
  void rolesAreCreatedOnceAndRulesOnlyWhereTheHubNeedsAndAcceptsThem(
      String account, String region, String organization, String created) {
    var conditions =
        new Conditions(
            template.json().path("Conditions"),
            Map.of(
                "AWS::AccountId",
                account,
                "AWS::Region",
                region,
                "OrganizationId",
                organization,
                "HomeRegion",
                "eu-central-1",
                "HubAccount",
                "111122223333",
                "HubBusArn",
                "arn:aws:events:us-east-2:111122223333:event-bus/hub"));
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
        .isEqualTo(created.isEmpty() ? Set.of() : new TreeSet<>(List.of(created.split(" ", -1))));
  }

  private JsonNode trust(String role) {
    return template.properties("AWS::IAM::Role", role).path("AssumeRolePolicyDocument");
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
