package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.verify.Finding;
import dev.bedrockinventory.verify.Verification;
import java.util.List;

/**
 * Whether the chain of a resource is unbroken.
 *
 * @param isUnbroken whether nothing was found
 * @param headline the result in one sentence
 * @param details the first findings, or what could not be verified
 */
public record ChainStatus(boolean isUnbroken, String headline, List<String> details) {
  private static final int MAX_DETAILS = 8;

  /** Copies the list. */
  public ChainStatus {
    details = List.copyOf(details);
  }

  static ChainStatus of(Verification verification) {
    var findings = verification.findings();
    return findings.isEmpty()
        ? new ChainStatus(
            true,
            "unbroken: %s".formatted(revisions(verification)),
            first(verification.notCovered()))
        : new ChainStatus(
            false,
            "%s in %s"
                .formatted(
                    CountText.of(findings.size(), "finding", "findings"), revisions(verification)),
            first(findings.stream().map(ChainStatus::text).toList()));
  }

  private static List<String> first(List<String> all) {
    return all.stream().limit(MAX_DETAILS).map(Excerpt::of).toList();
  }

  private static String text(Finding finding) {
    return "%s: %s".formatted(finding.item().sk(), finding.problem());
  }

  private static String revisions(Verification verification) {
    return CountText.of(verification.revisions(), "revision", "revisions");
  }
}
