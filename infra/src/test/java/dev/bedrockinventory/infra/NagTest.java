package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NagTest {
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
