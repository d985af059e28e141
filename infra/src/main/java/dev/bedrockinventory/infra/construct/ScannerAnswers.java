package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/**
 * The findings of checkov and cfn-lint that are accepted, each recorded with its reason in the
 * metadata of its resource, where these tools read it.
 */
public final class ScannerAnswers {
  private static final String OWN_KEY = "; the context key encryptionKey chooses another key";

  private ScannerAnswers() {}

  /**
   * Accepts findings of checkov. A second call for the same construct replaces the first.
   *
   * @param reasons the reason of each check, by its id
   */
  public static void checkov(IConstruct construct, Map<String, String> reasons) {
    var skipped =
        new TreeMap<>(reasons)
            .entrySet().stream()
                .map(entry -> Map.of("id", entry.getKey(), "comment", entry.getValue()))
                .toList();
    resource(construct).addMetadata("checkov", Map.of("skip", skipped));
  }

  /**
   * Accepts the finding of one check of checkov that wants a customer managed key.
   *
   * @param encryption what encrypts the data instead
   */
  public static void withoutOwnKey(IConstruct construct, String check, String encryption) {
    checkov(construct, Map.of(check, encryption + OWN_KEY));
  }

  /** Accepts the finding of one rule of cfn-lint. */
  static void lint(IConstruct construct, String rule, String reason) {
    resource(construct)
        .addMetadata(
            "cfn-lint", Map.of("config", Map.of("ignore_checks", List.of(rule)), "reason", reason));
  }

  private static CfnResource resource(IConstruct construct) {
    if (construct.getNode().getDefaultChild() instanceof CfnResource resource) {
      return resource;
    }
    throw new IllegalArgumentException(
        construct.getNode().getPath() + ": the construct is not a single resource");
  }
}
