package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.settings.Targets;
import org.junit.jupiter.api.Test;

/** The parameters that operators edit, frozen. */
final class TargetParametersTest {
  /**
   * Not to be edited: CloudFormation writes {@code Value} over what an operator wrote as soon as
   * anything else of the resource changes.
   */
  private static final String FROZEN =
      """
      {
        "TargetsAccounts": {
          "Type": "AWS::SSM::Parameter",
          "Properties": {
            "Description": "The accounts to inventory; edited by operators, see docs/operations.md",
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
            "Description": "What all accounts share; edited by operators, see docs/operations.md",
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
  void nothingOfTheParametersEverChanges() throws JsonProcessingException {
    var json = new ObjectMapper();

    assertThat(json.<JsonNode>valueToTree(template.resources("AWS::SSM::Parameter")))
        .isEqualTo(json.readTree(FROZEN));
  }

  @Test
  void theirNamesAreThoseThatThePlannerReads() {
    assertThat(template.resources("AWS::SSM::Parameter").values())
        .extracting(parameter -> parameter.path("Properties").path("Name").asText())
        .containsExactly(
            "/bedrock-inventory/targets/" + Targets.ACCOUNTS,
            "/bedrock-inventory/targets/" + Targets.DEFAULTS);
  }
}
