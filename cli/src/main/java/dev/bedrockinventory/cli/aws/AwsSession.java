package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.AwsClientFactory;
import dev.bedrockinventory.aws.NetworkHttpClient;
import dev.bedrockinventory.aws.NetworkSettings;
import dev.bedrockinventory.cli.context.CliContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * What one command uses of AWS: its profile, credentials, network and retries. Its clients share
 * them, so that a command signs in once. Thread-safe.
 *
 * @param profile the profile
 * @param credentials the credentials: those of the profile and no others if {@code --profile} named
 *     it, else those of the environment first
 * @param clients builds clients that use the network settings
 * @param retries the configured retries
 */
record AwsSession(
    AwsProfile profile,
    AwsCredentialsProvider credentials,
    AwsClientFactory clients,
    RetrySettings retries) {
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);
  private static final String CA_BUNDLE = "ca_bundle";

  /** For services on this machine, which no network setting concerns. */
  static final AwsClientFactory LOCAL = new AwsClientFactory(http(NetworkSettings.of(Map.of())));

  /**
   * Reads the settings of a profile and the environment; nothing is called.
   *
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if one is not valid
   */
  static AwsSession of(AwsProfile profile, CliContext context) {
    profile.check();
    return new AwsSession(
        profile,
        credentials(profile),
        new AwsClientFactory(http(network(profile, context))),
        RetrySettings.of(profile, context));
  }

  /**
   * The network settings of a profile and the environment.
   *
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if one is not valid
   */
  static NetworkSettings network(AwsProfile profile, CliContext context) {
    return NetworkSettings.of(context.environment(), profile.setting(CA_BUNDLE));
  }

  /** Builds a client with all settings of the profile. */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      Region region,
      AwsCredentialsProvider own,
      Optional<URI> endpoint,
      ClientOverrideConfiguration configuration) {
    return clients.build(
        builder,
        region,
        own,
        endpoint,
        configuration.copy(
            each -> each.defaultProfileFile(profile.file()).defaultProfileName(profile.name())));
  }

  /** The HTTP client of these settings; a person waits, so its timeouts are short. */
  static SdkHttpClient http(NetworkSettings network) {
    return new NetworkHttpClient(network.withTimeouts(CONNECTION_TIMEOUT, SOCKET_TIMEOUT));
  }

  /**
   * A profile that has credentials fails if they are not valid: the SDK's chain would go on to
   * those of the machine, and so to another account.
   */
  private static AwsCredentialsProvider credentials(AwsProfile profile) {
    if (profile.isOption() || (profile.hasCredentials() && !hasEnvironmentCredentials())) {
      return new SignInCredentials(profile);
    }
    return DefaultCredentialsProvider.builder()
        .profileFile(profile.file())
        .profileName(profile.name())
        .build();
  }

  private static boolean hasEnvironmentCredentials() {
    return Stream.of(
            SdkSystemSetting.AWS_ACCESS_KEY_ID, SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)
        .anyMatch(setting -> setting.getStringValue().isPresent());
  }
}
