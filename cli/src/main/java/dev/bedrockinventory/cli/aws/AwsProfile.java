package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.settings.Endpoints;
import dev.bedrockinventory.settings.InvalidSettingsException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The profile of a command: that of {@code --profile}, else that of AWS_PROFILE, else {@code
 * default}. All its settings apply, however it was chosen.
 *
 * @param name its name
 * @param isOption whether {@code --profile} named it: then no other credentials are used
 * @param file the configuration files
 */
record AwsProfile(String name, boolean isOption, ProfileFile file) {
  private static final String SERVICES = "services";

  /** A profile with one of these signs in with IAM Identity Center. */
  private static final List<String> IDENTITY_CENTER =
      List.of(
          "sso_session",
          ProfileProperty.SSO_START_URL,
          ProfileProperty.SSO_ACCOUNT_ID,
          ProfileProperty.SSO_ROLE_NAME);

  /** A profile with one of these has credentials, too. */
  private static final List<String> CREDENTIALS =
      List.of(
          ProfileProperty.ROLE_ARN,
          ProfileProperty.AWS_ACCESS_KEY_ID,
          ProfileProperty.CREDENTIAL_PROCESS,
          ProfileProperty.LOGIN_SESSION);

  /**
   * Reads the configuration files and finds the profile.
   *
   * @param option the value of {@code --profile}
   * @throws InvalidSettingsException if a file has an error
   */
  static AwsProfile read(Optional<String> option) {
    return new AwsProfile(
        option.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow),
        option.isPresent(),
        ProfileFiles.read());
  }

  /** Whether the files contain the profile. */
  boolean exists() {
    return file.profile(name).isPresent();
  }

  /**
   * Checks that a profile which AWS_PROFILE names exists; without it there may be none.
   *
   * @throws InvalidSettingsException if it does not
   */
  void check() {
    if (!exists() && !name.equals(ProfileFileSystemSetting.AWS_PROFILE.defaultValue())) {
      throw new InvalidSettingsException(
          "AWS_PROFILE is '%s', which is not in your AWS configuration files; check the name"
              .formatted(name));
    }
  }

  /** A setting of the profile. */
  Optional<String> setting(String key) {
    return file.profile(name).flatMap(profile -> profile.property(key));
  }

  /** Whether the profile says how to get credentials. */
  boolean hasCredentials() {
    return isIdentityCenter() || has(CREDENTIALS);
  }

  /** Whether the profile signs in with IAM Identity Center. */
  boolean isIdentityCenter() {
    return has(IDENTITY_CENTER);
  }

  /**
   * The endpoint of a service: that of its section, which the profile names, else the one of the
   * profile for all services.
   *
   * @param service the name in the SDK's variables, such as {@code DYNAMODB}
   * @throws InvalidSettingsException if it is not a valid URL
   */
  Optional<URI> endpoint(String service) {
    var key = service.toLowerCase(Locale.ROOT) + "." + ProfileProperty.ENDPOINT_URL;
    return setting(SERVICES)
        .flatMap(section -> file.getSection(SERVICES, section))
        .flatMap(section -> section.property(key))
        .or(() -> setting(ProfileProperty.ENDPOINT_URL))
        .map(text ->
            Endpoints.url(text)
                .orElseThrow(() ->
                    new InvalidSettingsException(
                        "profile '%s': endpoint_url is '%s'; set it to a URL such as http://127.0.0.1:8000"
                            .formatted(name, text))));
  }

  /** The profile that signs in: this one, or the last of its source profiles. */
  AwsProfile source() {
    var seen = new HashSet<String>();
    var source = this;
    while (seen.add(source.name)) {
      source = source.parent().map(this::named).filter(AwsProfile::exists).orElse(source);
    }
    return source;
  }

  /** The profile whose credentials assume this one's role. */
  Optional<String> parent() {
    return setting(ProfileProperty.ROLE_ARN).flatMap(_ -> setting(ProfileProperty.SOURCE_PROFILE));
  }

  private boolean has(List<String> keys) {
    return keys.stream().anyMatch(key -> setting(key).isPresent());
  }

  private AwsProfile named(String other) {
    return new AwsProfile(other, isOption, file);
  }
}
