package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The ledger's state of a scope.
 *
 * @param scope the scope
 * @param generation the number of transactions that changed its heads; 0 before the first
 * @param revisions the number of revisions of all its resources
 * @param digest the digest of its heads, absent after a change until an observation ends
 * @param firstPlannedAt when an observation was first planned
 * @param firstLookAt when the first complete observation began; present if lastCompleteAt is
 * @param lastCompleteAt when the last complete observation ended
 * @param lastAttemptAt when the last observation of any outcome ended
 * @param lastUnsupportedAt when the last observation with reason UNSUPPORTED ended; void once
 *     anything was read
 * @param outcome the outcome of the last observation
 * @param reason the reason of the last observation's failure, if it failed
 * @param probed the id of the profile whose details were probed last
 * @param detailed whether Get returns more members than a profile's summary here, so that details
 *     are fetched
 * @param driftDigest the digest of the unmodeled members that the scope's observations have
 *     reported
 */
public record ScopeState(
    Scope scope,
    long generation,
    long revisions,
    Optional<String> digest,
    Optional<Instant> firstPlannedAt,
    Optional<Instant> firstLookAt,
    Optional<Instant> lastCompleteAt,
    Optional<Instant> lastAttemptAt,
    Optional<Instant> lastUnsupportedAt,
    Optional<Outcome> outcome,
    Optional<Reason> reason,
    Optional<String> probed,
    boolean detailed,
    Optional<String> driftDigest) {
  /** Whether a complete observation ended, or a resource was recorded: Bedrock exists here. */
  public boolean wasRead() {
    return lastCompleteAt.isPresent() || generation > 0;
  }

  /** The state of a scope that is not in the ledger. */
  public static ScopeState unknown(Scope scope) {
    return new ScopeState(
        scope,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
