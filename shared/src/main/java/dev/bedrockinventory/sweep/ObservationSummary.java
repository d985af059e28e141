package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * The outcome of an observation, for the scope item.
 *
 * @param scope the observed scope
 * @param startedAt when the observation began
 * @param endedAt when it ended
 * @param outcome only COMPLETE updates lastCompleteAt
 * @param reason the first failure's reason, if there was a failure
 * @param listed whether the listing was complete and all of it could be written: the first such
 *     sets firstListingAt
 * @param seen the number of listed resources
 * @param failures the number of failures
 * @param omissions the number of resources that the listing lacked although Get found them
 * @param calls the number of API calls
 * @param probed the id of the profile whose details were probed, if any
 * @param detailed whether details must be fetched for every profile from now on
 * @param driftDigest the digest of the reported unmodeled members, if the scope could be read
 * @param digest the digest of the heads, to be stored if the generation still holds
 */
public record ObservationSummary(
    Scope scope,
    Instant startedAt,
    Instant endedAt,
    Outcome outcome,
    Optional<Reason> reason,
    boolean listed,
    int seen,
    int failures,
    int omissions,
    int calls,
    Optional<String> probed,
    boolean detailed,
    Optional<String> driftDigest,
    Optional<StoredDigest> digest) {
  /** Whether Bedrock does not support these resources here, which counts as an observation. */
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
