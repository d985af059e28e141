package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * How a look ended, for the scope item.
 *
 * @param scope what was looked at
 * @param startedAt when the look began
 * @param endedAt when it ended
 * @param outcome how; only COMPLETE moves lastCompleteAt, and sets firstLookAt if there is none
 * @param reason the first failure's reason, if there was a failure
 * @param seen how many resources were listed
 * @param failures how many failures there were
 * @param omissions how many resources the listing lacked although Get found them
 * @param calls how many API calls were made
 * @param probed the id of the profile whose details were probed, if one was
 * @param detailed whether details must be fetched for every profile from now on
 * @param driftDigest the digest of the drift that has been reported, if the look saw the scope
 * @param digest the digest of the heads, to be stored if the generation still holds
 */
public record ObservationSummary(
    Scope scope,
    Instant startedAt,
    Instant endedAt,
    Outcome outcome,
    Optional<Reason> reason,
    int seen,
    int failures,
    int omissions,
    int calls,
    Optional<String> probed,
    boolean detailed,
    Optional<String> driftDigest,
    Optional<StoredDigest> digest) {
  /** Whether the answer was that Bedrock has no such resources here, which counts as a look. */
  public boolean isUnsupported() {
    return outcome == Outcome.REFUSED && reason.equals(Optional.of(Reason.UNSUPPORTED));
  }

  /**
   * A digest and the generation that it is the digest of.
   *
   * @param digest the digest of the heads
   * @param generation the scope's generation, last read or written
   */
  public record StoredDigest(String digest, long generation) {}
}
