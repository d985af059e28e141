package dev.bedrockinventory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "INVENTORY_ACCOUNT", "111122223333",
          "AWS_REGION", "us-east-2",
          "INVENTORY_TABLE", "inventory",
          "INVENTORY_TARGETS_PATH", "/bedrock-inventory/targets",
          "INVENTORY_SWEEP_QUEUE_URL", "https://sqs.us-east-2.amazonaws.com/111122223333/s.fifo",
          "INVENTORY_EVENT_QUEUE_URL", "https://sqs.us-east-2.amazonaws.com/111122223333/events",
          "INVENTORY_CHANGE_BUS", "bedrock-inventory-changes",
          "INVENTORY_CURSOR_KEY", "0123456789abcdef");

  @Test
  void unsetVariablesHaveDefaults() {
    var settings = Settings.parse(LEAST);

    assertThat(settings.hub()).isEqualTo(new Hub("111122223333", "us-east-2"));
    assertThat(settings.table()).isEqualTo("inventory");
    assertThat(settings.callsPerSecond()).isEqualTo(5);
    assertThat(settings.externalId()).isEmpty();
    assertThat(settings.metricsNamespace()).isEqualTo("BedrockInventory");
    assertThat(settings.serviceName()).isEqualTo("bedrock-inventory");
  }

  @Test
  void setVariablesOverrideDefaults() {
    var settings =
        Settings.parse(
            with(
                Map.of(
                    "INVENTORY_EXTERNAL_ID", "finops-7",
                    "INVENTORY_CALLS_PER_SECOND", "20",
                    "POWERTOOLS_METRICS_NAMESPACE", "Acme/Bedrock",
                    "POWERTOOLS_SERVICE_NAME", "inventory")));

    assertThat(settings.externalId()).contains("finops-7");
    assertThat(settings.callsPerSecond()).isEqualTo(20);
    assertThat(settings.metricsNamespace()).isEqualTo("Acme/Bedrock");
    assertThat(settings.serviceName()).isEqualTo("inventory");
  }

  @Test
  void allMissingVariablesAreReportedTogether() {
    assertThatThrownBy(() -> Settings.parse(Map.of("INVENTORY_TABLE", "")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("INVENTORY_ACCOUNT is not set; set it to twelve digits")
        .hasMessageContaining("AWS_REGION is not set")
        .hasMessageContaining("INVENTORY_TABLE is not set; set it to the name of a DynamoDB table")
        .hasMessageContaining("INVENTORY_TARGETS_PATH is not set")
        .hasMessageContaining("INVENTORY_SWEEP_QUEUE_URL is not set")
        .hasMessageContaining("INVENTORY_EVENT_QUEUE_URL is not set")
        .hasMessageContaining("INVENTORY_CHANGE_BUS is not set")
        .hasMessageNotContaining("INVENTORY_EXTERNAL_ID")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "INVENTORY_ACCOUNT, 1111",
    "AWS_REGION, Ohio",
    "INVENTORY_TABLE, in",
    "INVENTORY_TARGETS_PATH, bedrock-inventory/targets",
    "INVENTORY_TARGETS_PATH, /bedrock-inventory/targets/",
    "INVENTORY_SWEEP_QUEUE_URL, https://sqs.us-east-2.amazonaws.com/111122223333/sweeps",
    "INVENTORY_EVENT_QUEUE_URL, https://sqs.us-east-2.amazonaws.com/111122223333/events.fifo",
    "INVENTORY_EVENT_QUEUE_URL, events",
    "INVENTORY_CHANGE_BUS, two words",
    "INVENTORY_CALLS_PER_SECOND, fast",
    "INVENTORY_CALLS_PER_SECOND, 0",
    "INVENTORY_CALLS_PER_SECOND, 0.5",
    "INVENTORY_CALLS_PER_SECOND, -1",
    "INVENTORY_EXTERNAL_ID, x",
    "POWERTOOLS_LOG_LEVEL, LOUD",
    "POWERTOOLS_METRICS_NAMESPACE, two words",
    "POWERTOOLS_SERVICE_NAME, two words",
    "AWS_ENDPOINT_URL, 127.0.0.1:8000",
    "AWS_ENDPOINT_URL_SQS, two words",
    "AWS_ENDPOINT_URL_STS, ftp://127.0.0.1",
  })
  void aMalformedVariableIsReportedWithItsActualAndExpectedValue(String key, String value) {
    assertThatThrownBy(() -> Settings.parse(with(Map.of(key, value))))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageStartingWith("environment: %s is '%s'; set it to ".formatted(key, value));
  }

  private static Map<String, String> with(Map<String, String> others) {
    var environment = new HashMap<>(LEAST);
    environment.putAll(others);
    return environment;
  }
}
