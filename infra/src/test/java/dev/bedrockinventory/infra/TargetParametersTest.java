package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.settings.Targets;
import org.junit.jupiter.api.Test;

/** The target parameters must not change, because operators edit their values. */
final class TargetParametersTest {
  /**
   * Do not edit this: if anything of the resource changes, CloudFormation replaces the value that
   * an operator wrote with {@code Value}.
   */
  private static final String FROZEN =
      """
      {
        "TargetsAccounts": {
          "Type": "AWS::SSM::Parameter",
          "Properties": {
            "Description": "The accounts to inventory. Edit the value; docs/deployment.md describes it",
            "Name": "/bedrock-inventory/targets/accounts",
            "Type": "String",
            "Value": "[\\"here\\"]"
          },
          "UpdateReplacePolicy": "Retain",
          "DeletionPolicy": "RetainExceptOnCreate"
        },
        "TargetsDefaults": {
          "Type": "AWS::SSM::Parameter",
          "Properties": {
            "Description": "The settings that all accounts share. Edit the value; docs/deployment.md describes it",
            "Name": "/bedrock-inventory/targets/defaults",
            "Type": "String",
            "Value": "{\\"regions\\":[\\"here\\"]}"
          },
          "UpdateReplacePolicy": "Retain",
          "DeletionPolicy": "RetainExceptOnCreate"
        }
      }
      """;

  private final Template template = Synthesized.once().template();

  @Test
  void theParametersNeverChange() throws JsonProcessingException {
    var json = new ObjectMapper();

    assertThat(json.<JsonNode>valueToTree(template.resources("AWS::SSM::Parameter")))
        .isEqualTo(json.readTree(FROZEN));
  }

  @Test
  void theNamesAreThoseThatThePlannerReads() {
    assertThat(template.resources("AWS::SSM::Parameter").values())
        .extracting(parameter -> parameter.path("Properties").path("Name").asText())
        .containsExactly(
            "/bedrock-inventory/targets/" + Targets.ACCOUNTS,
            "/bedrock-inventory/targets/" + Targets.DEFAULTS);
  }
}
