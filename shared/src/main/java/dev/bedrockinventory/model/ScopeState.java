package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger knows of a scope as a whole.
 *
 * @param scope the scope
 * @param generation how many transactions have changed its heads; 0 before the first
 * @param revisions how many revisions its resources have in all
 * @param digest the digest of its heads, absent after a change until a look ends
 * @param firstPlannedAt when a look was first planned
 * @param firstLookAt when the first look that ended complete began; told with lastCompleteAt
 * @param lastCompleteAt when the last complete look ended
 * @param lastAttemptAt when the last look of any outcome ended
 * @param lastUnsupportedAt when a look was last answered that Bedrock is not supported here
 * @param outcome how the last look ended
 * @param reason why the last look failed, if it did
 * @param probed the id of the profile whose details were probed last
 * @param detailed whether Get tells more than a profile's summary here, so that details are fetched
 * @param driftDigest the digest of the drift that the scope's looks have reported
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
  /** The state of a scope that the ledger has never heard of. */
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
