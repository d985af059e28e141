package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.settings.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template of member accounts and further regions, and its parameters. */
final class MemberStackTest {
  /** CloudFormation's limit for a template that is not in a bucket. */
  private static final int MAX_BYTES = 51_200;

  private final Template template = Synthesized.once().member();

  @Test
  void theTemplateNeedsNoBootstrapAssetOrBucket() {
    var text = template.json().toString();

    assertThat(fields(template.json()))
        .containsExactlyInAnyOrder("Description", "Parameters", "Conditions", "Resources");
    assertThat(text)
        .doesNotContain("Bootstrap", "AssetParameters", "cdk-hnb659fds", "CDKMetadata", "S3Bucket");
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(MAX_BYTES);
  }

  @Test
  void theTemplateHasTwoRolesTwoRulesAndAQueue() {
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
  void everyParameterIsDescribedAndValidated() {
    var defaults = new TreeMap<String, String>();
    template
        .json()
        .path("Parameters")
        .properties()
        .forEach(parameter -> {
          assertThat(fields(parameter.getValue()))
              .as(parameter.getKey())
              .contains("Description", "AllowedPattern", "ConstraintDescription", "Type");
          var value = parameter.getValue().path("Default");
          defaults.put(parameter.getKey(), value.isTextual() ? value.asText() : "-");
          if (value.isTextual()) {
            assertThat(value.asText())
                .matches(parameter.getValue().path("AllowedPattern").asText());
          }
        });

    assertThat(defaults)
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
  void theDocumentDescribesEveryParameter() throws IOException {
    var page = Files.readString(Synthesized.CONTEXT.resolveSibling("docs/deployment.md"));

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
    "HubRoles, arn:aws:iam::111122223333:role/bedrock-inventory-sweep-us-east-2, true",
    "HubRoles, arn:aws:iam::111122223333:role/bedrock-inventory-sweep*, false",
    "HubRoles, arn:aws:iam::111122223333:root, false",
    "HubRoles, arn:aws:iam::*:role/bedrock-inventory-sweep-us-east-2, false",
    "HubRoles, *, false",
    "OrganizationId, o-a1b2c3d4e5, true",
    "OrganizationId, *, false",
    "ExternalId, bedrock-inventory, true",
    "ExternalId, two words, false",
    "HomeRegion, us-east-1, true",
    "HomeRegion, here, false",
    "RoleName, BedrockInventoryReader-2, true",
    "RoleName, Administrator, false",
    "SenderRoleName, a/path, false",
  })
  void aValueIsAcceptedOrRejected(String parameter, String value, boolean accepted) {
    var pattern =
        template.json().path("Parameters").path(parameter).path("AllowedPattern").asText();

    assertThat(value.matches(pattern)).isEqualTo(accepted);
  }

  private static Set<String> fields(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
