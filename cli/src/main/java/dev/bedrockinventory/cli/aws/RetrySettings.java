package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.settings.InvalidSettingsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The retries that the environment or the profile configures.
 *
 * @param attempts the maximum number of attempts of one call, if configured
 * @param mode the SDK's retry mode
 */
record RetrySettings(Optional<Integer> attempts, RetryMode mode) {
  /** The retries without any setting. */
  static final RetrySettings STANDARD = new RetrySettings(Optional.empty(), RetryMode.STANDARD);

  /** The modes of the AWS CLI. The SDK's first adaptive mode accepts no number of attempts. */
  private static final List<RetryMode> MODES =
      List.of(RetryMode.LEGACY, RetryMode.STANDARD, RetryMode.ADAPTIVE_V2);

  private static final String ATTEMPTS = "AWS_MAX_ATTEMPTS";
  private static final String MODE = "AWS_RETRY_MODE";

  /**
   * Reads the settings: those of the environment come before those of the profile.
   *
   * @throws InvalidSettingsException if one is malformed
   */
  static RetrySettings of(AwsProfile profile, CliContext environment) {
    var attempts =
        environment
            .variable(ATTEMPTS)
            .map(text -> attempts(ATTEMPTS, text))
            .or(() ->
                profile
                    .setting(ProfileProperty.MAX_ATTEMPTS)
                    .map(text -> attempts(ofProfile(profile, ProfileProperty.MAX_ATTEMPTS), text)));
    var mode =
        environment
            .variable(MODE)
            .map(text -> mode(MODE, text))
            .or(() ->
                profile
                    .setting(ProfileProperty.RETRY_MODE)
                    .map(text -> mode(ofProfile(profile, ProfileProperty.RETRY_MODE), text)));
    return new RetrySettings(attempts, mode.orElse(RetryMode.STANDARD));
  }

  /** The configuration of a client that by default attempts a call this often. */
  ClientOverrideConfiguration.Builder configuration(int defaultAttempts) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.forRetryMode(mode).toBuilder()
                .maxAttempts(attempts.orElse(defaultAttempts))
                .build());
  }

  /** The policy of a sweep's clients, whose pauses do not depend on the mode. */
  ClientPolicy policy() {
    var policy = ClientPolicy.standard();
    return attempts.map(policy::withAttempts).orElse(policy);
  }

  private static String ofProfile(AwsProfile profile, String key) {
    return "profile '%s': %s".formatted(profile.name(), key);
  }

  private static int attempts(String setting, String text) {
    if (!text.strip().matches("[1-9][0-9]?")) {
      throw new InvalidSettingsException(
          "%s is '%s'; set it to a number from 1 to 99".formatted(setting, text));
    }
    return Integer.parseInt(text.strip());
  }

  private static RetryMode mode(String setting, String text) {
    return MODES.stream()
        .filter(mode -> name(mode).equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() ->
            new InvalidSettingsException(
                "%s is '%s'; set it to one of %s"
                    .formatted(
                        setting,
                        text,
                        MODES.stream()
                            .map(RetrySettings::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static String name(RetryMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replaceFirst("_.*", "");
  }
}
