package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger's state of a scope.
 *
 * @param scope the scope
 * @param generation the number of transactions that changed its heads; 0 before the first
 * @param revisions the number of revisions of all its resources
 * @param digest the digest of its heads, absent after a change until an observation ends
 * @param changeDays the days of its changes, absent before the first
 * @param firstPlannedAt when an observation was first planned
 * @param firstListingAt when the first observation with a complete listing began; present if
 *     lastCompleteAt is
 * @param lastCompleteAt when the last complete observation ended
 * @param lastAttemptAt when the last observation of any outcome ended
 * @param lastUnsupportedAt when the last observation with reason UNSUPPORTED ended; void once
 *     anything was read
 * @param outcome the outcome of the last observation
 * @param reason the reason of the last observation's failure, if it failed
 * @param probed the id of the resource whose details were read last: the next observation continues
 *     behind it
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
    Optional<ChangeDays> changeDays,
    Optional<Instant> firstPlannedAt,
    Optional<Instant> firstListingAt,
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

  /**
   * The state after a transaction that recorded revisions.
   *
   * @param recorded how many
   * @param changes the observedAt of those that are not BASELINE
   */
  public ScopeState after(int recorded, List<Instant> changes) {
    var days =
        Stream.concat(changeDays.stream(), changes.stream().map(ChangeDays::of))
            .reduce(ChangeDays::and);
    return with(
        generation + 1,
        revisions + recorded,
        Optional.empty(),
        days,
        firstPlannedAt,
        firstListingAt);
  }

  /**
   * The state after a repair: what the chains prove, and the rest of this state.
   *
   * @param firstListing when the first listing began, if this state lacks it
   */
  public ScopeState repaired(
      long newGeneration,
      long revisionsOfChains,
      Optional<ChangeDays> daysOfChains,
      Optional<Instant> firstListing) {
    return with(
        newGeneration,
        revisionsOfChains,
        Optional.empty(),
        daysOfChains,
        firstPlannedAt,
        firstListingAt.or(() -> firstListing));
  }

  /** The state after the first plan. */
  public ScopeState planned(Instant at) {
    return with(generation, revisions, digest, changeDays, Optional.of(at), firstListingAt);
  }

  private ScopeState with(
      long newGeneration,
      long newRevisions,
      Optional<String> newDigest,
      Optional<ChangeDays> days,
      Optional<Instant> plannedAt,
      Optional<Instant> listingAt) {
    return new ScopeState(
        scope,
        newGeneration,
        newRevisions,
        newDigest,
        days,
        plannedAt,
        listingAt,
        lastCompleteAt,
        lastAttemptAt,
        lastUnsupportedAt,
        outcome,
        reason,
        probed,
        detailed,
        driftDigest);
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
        Optional.empty(),
        false,
        Optional.empty());
  }
}
