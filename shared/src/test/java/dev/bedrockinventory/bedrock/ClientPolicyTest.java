package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

final class ClientPolicyTest {
  @Test
  void nothingIsLeftToTheSdksDefaults() {
    var configuration = ClientPolicy.standard().configuration();

    assertThat(configuration.retryStrategy())
        .hasValueSatisfying(strategy -> assertThat(strategy.maxAttempts()).isEqualTo(5));
    assertThat(configuration.apiCallAttemptTimeout()).contains(Duration.ofSeconds(15));
    assertThat(configuration.apiCallTimeout()).contains(Duration.ofMinutes(1));
    assertThat(configuration.advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX))
        .contains("bedrock-inventory");
  }
}
