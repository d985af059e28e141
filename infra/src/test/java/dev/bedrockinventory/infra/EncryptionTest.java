package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deployments whose data is encrypted with a customer managed key. */
final class EncryptionTest {
  /** A key that exists. */
  static final String KEY =
      "arn:aws:kms:us-east-2:111122223333:key/12345678-90ab-cdef-1234-567890abcdef";

  private static final List<String> SENDERS =
      List.of("cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com");

  @ParameterizedTest
  @ValueSource(strings = {"create", KEY})
  void tableQueuesTopicsAndLogsUseTheKeyAndEveryFunctionMay(String choice) {
    var template =
        Synthesized.with(Map.of("encryptionKey", choice, "notify", "audit@example.com")).template();
    var key = choice.equals("create") ? "${DataKey.Arn}" : choice;
    var encryption = template.properties("AWS::DynamoDB::Table", "LedgerTable");

    assertThat(encryption.path("SSESpecification").path("SSEType").asText()).isEqualTo("KMS");
    assertThat(Template.flat(encryption.path("SSESpecification").path("KMSMasterKeyId")))
        .isEqualTo(key);
    assertThat(keys(template, "AWS::SQS::Queue", "KmsMasterKeyId")).hasSize(6).containsOnly(key);
    assertThat(keys(template, "AWS::SNS::Topic", "KmsMasterKeyId")).hasSize(2).containsOnly(key);
    assertThat(keys(template, "AWS::Logs::LogGroup", "KmsKeyId")).hasSize(5).containsOnly(key);
    for (var role :
        List.of(
            "DashboardShowRole",
            "FeedTellRole",
            "PlanPlannerRole",
            "SweepsSweepRole",
            "RefreshesRefreshRole")) {
      var statement = template.statement(role, "PlatformKey");
      assertThat(Template.texts(statement.path("Action")))
          .containsExactly("kms:Decrypt", "kms:GenerateDataKey");
      assertThat(Template.flat(statement.path("Resource"))).isEqualTo(key);
    }
    assertThat(template.statements("PlanCaller")).containsKey("PlatformKey");
  }

  @Test
  void aCreatedKeyRotatesIsRetainedAndAllowsTheServicesOfThisAccountOnly() {
    var template = Synthesized.with(Map.of("encryptionKey", "create")).template();
    var key = template.json().path("Resources").path("DataKey");
    var statements = key.path("Properties").path("KeyPolicy").path("Statement");

    assertThat(key.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(key.path("Properties").path("EnableKeyRotation").asBoolean()).isTrue();
    assertThat(statements)
        .filteredOn(statement -> statement.path("Principal").has("Service"))
        .hasSize(2)
        .allSatisfy(statement -> assertThat(statement.path("Condition")).isNotEmpty())
        .anySatisfy(statement -> {
          assertThat(Template.texts(statement.path("Principal").path("Service")))
              .containsExactlyElementsOf(SENDERS);
          assertThat(Template.texts(statement.path("Action")))
              .containsExactly("kms:Decrypt", "kms:GenerateDataKey*");
          assertThat(
                  Template.flat(
                      statement.path("Condition").path("StringEquals").path("aws:SourceAccount")))
              .isEqualTo("${AWS::AccountId}");
        });
  }

  @Test
  void withoutAKeyThereIsNoneAndAwsEncryptsEverything() {
    var template = Synthesized.once().template();

    assertThat(template.resources("AWS::KMS::Key")).isEmpty();
    assertThat(template.json().toString()).doesNotContain("kms:");
  }

  private static List<String> keys(Template template, String type, String property) {
    return template.resources(type).values().stream()
        .map(resource -> resource.path("Properties").path(property))
        .map(EncryptionTest::text)
        .toList();
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "none" : Template.flat(node);
  }
}
