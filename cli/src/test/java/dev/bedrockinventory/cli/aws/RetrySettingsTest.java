package dev.bedrockinventory.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.Run;
import dev.bedrockinventory.cli.context.CliContext;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** The retries that a profile or the environment configures. */
final class RetrySettingsTest {
  private static final int DEFAULT = 3;

  @ParameterizedTest
  @CsvSource({"legacy, Legacy", "standard, Standard", "adaptive, Adaptive", "ADAPTIVE, Adaptive"})
  void theModeOfTheProfileChoosesTheStrategy(String mode, String strategy) {
    var settings = settings("retry_mode = " + mode, Map.of());

    assertThat(strategy(settings.configuration(DEFAULT).build()))
        .isInstanceOf(
            switch (strategy) {
              case "Legacy" -> LegacyRetryStrategy.class;
              case "Adaptive" -> AdaptiveRetryStrategy.class;
              default -> StandardRetryStrategy.class;
            });
  }

  @Test
  void theAttemptsOfTheProfileReplaceTheDefaultForEveryClient() {
    var settings = settings("max_attempts = 7", Map.of());

    assertThat(strategy(settings.configuration(DEFAULT).build()).maxAttempts()).isEqualTo(7);
    assertThat(settings.policy().attempts()).isEqualTo(7);
    assertThat(strategy(settings.policy().configuration()).maxAttempts()).isEqualTo(7);
  }

  @Test
  void withoutSettingsEachClientHasItsOwnDefault() {
    var settings = settings("region = us-east-1", Map.of());

    assertThat(strategy(settings.configuration(DEFAULT).build()).maxAttempts()).isEqualTo(DEFAULT);
    assertThat(strategy(settings.configuration(DEFAULT).build()))
        .isInstanceOf(StandardRetryStrategy.class);
  }

  @Test
  void theEnvironmentComesBeforeTheProfile() {
    var settings =
        settings(
            "max_attempts = 7\nretry_mode = adaptive",
            Map.of("AWS_MAX_ATTEMPTS", "2", "AWS_RETRY_MODE", "legacy"));

    assertThat(strategy(settings.configuration(DEFAULT).build()))
        .isInstanceOf(LegacyRetryStrategy.class)
        .returns(2, RetryStrategy::maxAttempts);
  }

  private static RetrySettings settings(String lines, Map<String, String> environment) {
    var file =
        ProfileFile.builder()
            .content("[profile work]\n" + lines)
            .type(ProfileFile.Type.CONFIGURATION)
            .build();
    var nobody = Run.context();
    var context =
        new CliContext(
            environment,
            nobody.clock(),
            nobody.out(),
            nobody.err(),
            false,
            false,
            Optional.empty());
    return RetrySettings.of(new AwsProfile("work", true, file), context);
  }

  private static RetryStrategy strategy(ClientOverrideConfiguration configuration) {
    return configuration.retryStrategy().orElseThrow();
  }
}
