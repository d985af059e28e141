package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class NagTest {
  @Test
  void theAwsSolutionsAndServerlessPacksFindNothing() {
    assertThat(Synthesized.once().findings()).isEmpty();
  }

  @Test
  void everySuppressionSaysWhy() {
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

    assertThat(suppressions)
        .isNotEmpty()
        .allSatisfy(
            suppression -> assertThat(suppression.path("reason").asText()).hasSizeGreaterThan(20));
  }
}
