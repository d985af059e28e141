package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The options that specify AWS, or local services that simulate it. */
public final class AwsOptions {
  /** The option that names a profile. */
  public static final String PROFILE = "--profile";

  private static final String ALL_REGIONS = "all";
  private static final String ANY_ACCOUNT = "000000000000";
  private static final String ANY_REGION = "us-east-1";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "The regions to sweep; other commands show only these (default: all). Repeatable.",
        "For sweep also 'all': the regions that the account has enabled.",
        "The table's own region is AWS_REGION or the profile's, else the first of these."
      })
  private List<String> regions = List.of();

  @Option(
      names = PROFILE,
      paramLabel = "NAME",
      description = "The profile in your AWS configuration files (default: AWS_PROFILE).")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--endpoint-url-dynamodb",
      paramLabel = "URL",
      description = "The endpoint of DynamoDB, if it is not AWS, such as http://127.0.0.1:8000.")
  private Optional<String> dynamodb = Optional.empty();

  @Option(
      names = "--endpoint-url-bedrock",
      paramLabel = "URL",
      description = "The endpoint of Amazon Bedrock, if it is not AWS.")
  private Optional<String> bedrock = Optional.empty();

  @Option(
      names = "--endpoint-url-tagging",
      paramLabel = "URL",
      description = "The endpoint of the Resource Groups Tagging API, if it is not AWS.")
  private Optional<String> tagging = Optional.empty();

  private boolean filterOnly;
  private Optional<AwsProfile> loaded = Optional.empty();
  private Optional<AwsSession> session = Optional.empty();

  /**
   * Whether a sweep reads all regions that the account has enabled.
   *
   * @throws UsageException if another region is specified, too
   */
  boolean areAllRegions() {
    if (regions.contains(ALL_REGIONS) && regions.stream().distinct().count() > 1) {
      throw new UsageException("--region all includes every region; omit it, or the other regions");
    }
    return regions.contains(ALL_REGIONS);
  }

  /**
   * The regions, in the given order; may be empty.
   *
   * @throws UsageException if one is malformed, or all regions are to be swept
   */
  public List<String> regions() {
    if (regions.contains(ALL_REGIONS)) {
      throw new UsageException(
          "--region all is only for sweep; without --region, this command includes all regions");
    }
    for (var region : regions) {
      if (Scope.find(ANY_ACCOUNT, region, Kind.IMPORTED_MODEL).isEmpty()) {
        throw new UsageException(
            "--region '%s' is not a valid region; expected a code such as us-east-2"
                .formatted(region));
      }
    }
    return regions;
  }

  /**
   * The profile with its settings.
   *
   * @throws UsageException if there is no such profile
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a configuration file has an
   *     error
   */
  synchronized AwsProfile profile() {
    if (loaded.isEmpty()) {
      loaded = Optional.of(AwsProfile.read(profile));
    }
    var found = loaded.get();
    if (found.isOption() && !found.exists()) {
      throw new UsageException(
          "--profile '%s' is not in your AWS configuration files; check the name"
              .formatted(found.name()));
    }
    return found;
  }

  /** Whether the option {@code --profile} is present. */
  boolean hasProfile() {
    return profile.isPresent();
  }

  /**
   * The session of this command, for services that are not on this machine; the same for every
   * thread, so that a command signs in once.
   *
   * @throws UsageException if there is no such profile
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a setting is not valid
   */
  synchronized AwsSession session(CliContext context) {
    if (session.isEmpty()) {
      session = Optional.of(AwsSession.of(profile(), context));
    }
    return session.get();
  }

  /**
   * The endpoint of a service, if it is not AWS: that of the option, else of the environment, else
   * of the profile. As in the SDK, a setting can exclude the latter two.
   *
   * @param option the option's value
   * @param service the name in the SDK's variables, such as {@code DYNAMODB}
   * @throws UsageException if there is no such profile
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if it is not a valid URL
   */
  Optional<URI> endpoint(Optional<URI> option, String service, CliContext context) {
    if (option.isPresent()) {
      return option;
    }
    var ignored =
        context
            .variable(SdkSystemSetting.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS.environmentVariable())
            .or(() -> profile().setting(ProfileProperty.IGNORE_CONFIGURED_ENDPOINT_URLS));
    return ignored.filter(Boolean::parseBoolean).isPresent()
        ? Optional.empty()
        : Endpoints.find(context.environment(), service).or(() -> profile().endpoint(service));
  }

  /** The same options, but the regions only filter and do not locate table and bus. */
  public AwsOptions withRegionsAsFilterOnly() {
    var others = new AwsOptions();
    others.regions = regions;
    others.profile = profile;
    others.dynamodb = dynamodb;
    others.bedrock = bedrock;
    others.tagging = tagging;
    others.filterOnly = true;
    return others;
  }

  /** Whether the regions only filter. */
  boolean areRegionsFilterOnly() {
    return filterOnly;
  }

  /** The endpoint of DynamoDB; empty for the environment's. */
  Optional<URI> dynamodb() {
    return dynamodb.map(text -> url("--endpoint-url-dynamodb", text));
  }

  /** The endpoint of Amazon Bedrock; empty for the environment's. */
  Optional<URI> bedrock() {
    return bedrock.map(text -> url("--endpoint-url-bedrock", text));
  }

  /** The endpoint of the tagging service; empty for the environment's. */
  Optional<URI> tagging() {
    return tagging.map(text -> url("--endpoint-url-tagging", text));
  }

  /**
   * Parses the URL of an option.
   *
   * @throws UsageException if it is not a valid URL
   */
  public static URI url(String option, String text) {
    return Endpoints.url(text).orElseThrow(() -> noUrl(option, text));
  }

  /**
   * Checks an account id of the option {@code --account}.
   *
   * @throws UsageException if it is malformed
   */
  public static void checkAccount(String account) {
    if (Scope.find(account, ANY_REGION, Kind.IMPORTED_MODEL).isEmpty()) {
      throw new UsageException(
          "--account '%s' is not a valid account id; expected twelve digits such as 111122223333"
              .formatted(account));
    }
  }

  private static UsageException noUrl(String option, String text) {
    return new UsageException(
        "%s '%s' is not a valid URL; expected one such as http://127.0.0.1:8000"
            .formatted(option, text));
  }
}
