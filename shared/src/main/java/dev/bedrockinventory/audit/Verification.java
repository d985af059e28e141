package dev.bedrockinventory.audit;

import java.util.List;

/**
 * What verifying a ledger came to.
 *
 * @param scopes how many scopes were walked
 * @param resources how many resources were walked, deleted ones too
 * @param revisions how many revisions were computed again
 * @param findings what is wrong; empty if the ledger is whole
 * @param notCovered what could not be verified, and why, one line each
 */
public record Verification(
    int scopes, int resources, long revisions, List<Finding> findings, List<String> notCovered) {
  /** Copies the lists. */
  public Verification {
    findings = List.copyOf(findings);
    notCovered = List.copyOf(notCovered);
  }
}
