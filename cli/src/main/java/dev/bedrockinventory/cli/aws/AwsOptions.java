package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.profiles.ProfileFile;

/** The options that say which AWS, or which engine that answers like it, is meant. */
public final class AwsOptions {
  private static final String ANY_ACCOUNT = "000000000000";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Where sweep looks; what other commands show (default: all). Repeatable.",
        "The table's own region is AWS_REGION or the profile's, else the first of these."
      })
  private List<String> regions = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile in your AWS configuration files (default: AWS_PROFILE).")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--endpoint-url-dynamodb",
      paramLabel = "URL",
      description = "Where DynamoDB is, if not at AWS, such as http://127.0.0.1:8000.")
  private Optional<String> dynamodb = Optional.empty();

  @Option(
      names = "--endpoint-url-bedrock",
      paramLabel = "URL",
      description = "Where Amazon Bedrock is, if not at AWS.")
  private Optional<String> bedrock = Optional.empty();

  @Option(
      names = "--endpoint-url-tagging",
      paramLabel = "URL",
      description = "Where the Resource Groups Tagging API is, if not at AWS.")
  private Optional<String> tagging = Optional.empty();

  private boolean filterOnly;

  /**
   * The regions, in the order given; empty if none was.
   *
   * @throws UsageException if one has not the form of a region
   */
  public List<String> regions() {
    for (var region : regions) {
      if (Scope.find(ANY_ACCOUNT, region, Kind.IMPORTED_MODEL).isEmpty()) {
        throw new UsageException(
            "--region '%s' is no region; expected a code such as us-east-2".formatted(region));
      }
    }
    return regions;
  }

  /**
   * The named profile, unless it is left to the environment.
   *
   * @throws UsageException if there is no such profile
   */
  public Optional<String> profile() {
    profile
        .filter(name -> ProfileFile.defaultProfileFile().profile(name).isEmpty())
        .ifPresent(name -> {
          throw new UsageException(
              "--profile '%s' is in none of your AWS configuration files; check the name"
                  .formatted(name));
        });
    return profile;
  }

  /**
   * The same options, but for one thing: the regions filter and do not say where table and bus are.
   */
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

  /** Whether the regions filter only. */
  public boolean areRegionsFilterOnly() {
    return filterOnly;
  }

  /** Where DynamoDB is, unless it is left to the environment. */
  public Optional<URI> dynamodb() {
    return dynamodb.map(text -> url("--endpoint-url-dynamodb", text));
  }

  /** Where Amazon Bedrock is, unless it is left to the environment. */
  public Optional<URI> bedrock() {
    return bedrock.map(text -> url("--endpoint-url-bedrock", text));
  }

  /** Where the tagging service is, unless it is left to the environment. */
  public Optional<URI> tagging() {
    return tagging.map(text -> url("--endpoint-url-tagging", text));
  }

  /**
   * The URL that an option gives.
   *
   * @throws UsageException if it is none
   */
  public static URI url(String option, String text) {
    return Endpoints.url(text).orElseThrow(() -> noUrl(option, text));
  }

  private static UsageException noUrl(String option, String text) {
    return new UsageException(
        "%s '%s' is no URL; expected one such as http://127.0.0.1:8000".formatted(option, text));
  }
}
