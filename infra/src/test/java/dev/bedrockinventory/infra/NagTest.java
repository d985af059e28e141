package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class NagTest {
  /** What checkov 3 finds in the templates, by the type of the resource. */
  private static final Map<String, List<String>> CHECKS =
      Map.of(
          "AWS::Lambda::Function",
          List.of("CKV_AWS_115", "CKV_AWS_116", "CKV_AWS_117", "CKV_AWS_173"),
          "AWS::SQS::Queue",
          List.of("CKV_AWS_27"),
          "AWS::Logs::LogGroup",
          List.of("CKV_AWS_158"),
          "AWS::SNS::Topic",
          List.of("CKV_AWS_26"),
          "AWS::DynamoDB::Table",
          List.of("CKV_AWS_119"));

  @Test
  void theAwsSolutionsAndServerlessPacksFindNothing() {
    assertThat(Synthesized.once().findings()).isEmpty();
  }

  @Test
  void everyAcceptedWildcardIsListed() {
    var accepted =
        suppressions().stream()
            .filter(suppression -> suppression.path("id").asText().equals("AwsSolutions-IAM5"))
            .toList();

    assertThat(accepted)
        .isNotEmpty()
        .allSatisfy(suppression ->
            assertThat(Template.texts(suppression.path("applies_to")))
                .isNotEmpty()
                .allMatch(resource ->
                    resource.matches("Resource::(\\*|(arn:|<LedgerTable[.]Arn>).*\\*)")));
  }

  @Test
  void everySuppressionHasAReason() {
    assertThat(suppressions())
        .isNotEmpty()
        .allSatisfy(
            suppression -> assertThat(suppression.path("reason").asText()).hasSizeGreaterThan(20));
  }

  @Test
  void everyFindingOfCheckovIsAnsweredAtItsResource() {
    var synthesized = Synthesized.with(Map.of("notify", "audit@example.com"));

    for (var template : List.of(synthesized.template(), synthesized.member())) {
      assertThat(answers(template).keySet()).isEqualTo(expected(template));
      assertThat(answers(template).values())
          .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }
  }

  @Test
  void withACustomerManagedKeyNothingIsSaidAboutEncryptionAtRest() {
    var template =
        Synthesized.with(Map.of("notify", "audit@example.com", "encryptionKey", "create"))
            .template();

    assertThat(answers(template).keySet())
        .allMatch(check -> check.matches(".* CKV_AWS_(115|116|117|173)"))
        .hasSize(5 * 4);
  }

  @Test
  void theDependencyOfAFunctionOnItsRoleIsAnsweredForCfnLint() {
    assertThat(Synthesized.once().template().resources("AWS::Lambda::Function").values())
        .hasSize(5)
        .allSatisfy(function -> {
          var answer = function.path("Metadata").path("cfn-lint");
          assertThat(Template.texts(answer.path("config").path("ignore_checks")))
              .containsExactly("W3005");
          assertThat(answer.path("reason").asText()).hasSizeGreaterThan(20);
        });
  }

  /** The reason of each check of each resource. */
  private static Map<String, String> answers(Template template) {
    var answers = new TreeMap<String, String>();
    template
        .json()
        .path("Resources")
        .properties()
        .forEach(resource ->
            resource
                .getValue()
                .path("Metadata")
                .path("checkov")
                .path("skip")
                .forEach(skip ->
                    answers.put(
                        resource.getKey() + " " + skip.path("id").asText(),
                        skip.path("comment").asText())));
    return answers;
  }

  private static Set<String> expected(Template template) {
    var expected = new TreeSet<String>();
    template
        .json()
        .path("Resources")
        .properties()
        .forEach(resource ->
            CHECKS
                .getOrDefault(resource.getValue().path("Type").asText(), List.of())
                .forEach(check -> expected.add(resource.getKey() + " " + check)));
    return expected;
  }

  private static List<JsonNode> suppressions() {
    var suppressions = new ArrayList<JsonNode>();
    Synthesized.once()
        .template()
        .json()
        .path("Resources")
        .forEach(resource ->
            resource
                .path("Metadata")
                .path("cdk_nag")
                .path("rules_to_suppress")
                .forEach(suppressions::add));
    return suppressions;
  }
}
