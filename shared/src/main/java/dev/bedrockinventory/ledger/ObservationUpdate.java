package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.time.Duration;

/**
 * Builds the update of the scope item at the end of an observation; it contains only the
 * observation's attributes.
 */
final class ObservationUpdate {
  private ObservationUpdate() {}

  /** The update with the digest of the heads, if there is one; requires an unchanged generation. */
  static Update of(ObservationSummary end) {
    var update = withoutDigest(end);
    end.digest()
        .ifPresent(stored ->
            update.set(TableLayout.DIGEST, stored.digest()).atGeneration(stored.generation()));
    return update;
  }

  /** The update without the digest. */
  static Update withoutDigest(ObservationSummary end) {
    var update =
        new Update(ItemKey.scope(end.scope()))
            .set(TableLayout.LAST_ATTEMPT_AT, Instants.text(end.endedAt()))
            .set(TableLayout.OUTCOME, end.outcome().name())
            .set(TableLayout.SEEN, end.seen())
            .set(TableLayout.FAILURES, end.failures())
            .set(TableLayout.OMISSIONS, end.omissions())
            .set(TableLayout.CALLS, end.calls())
            .set(TableLayout.MILLIS, Duration.between(end.startedAt(), end.endedAt()).toMillis());
    end.reason()
        .ifPresentOrElse(
            reason -> update.set(TableLayout.REASON, reason.name()),
            () -> update.remove(TableLayout.REASON));
    end.probed().ifPresent(id -> update.set(TableLayout.PROBED, ScopeItem.cut(id)));
    end.driftDigest().ifPresent(digest -> update.set(TableLayout.DRIFT_DIGEST, digest));
    if (end.detailed()) {
      update.set(TableLayout.DETAILED, true);
    }
    if (end.outcome() == Outcome.COMPLETE) {
      update.set(TableLayout.LAST_COMPLETE_AT, Instants.text(end.endedAt()));
    }
    if (end.listed()) {
      update
          .setOnce(TableLayout.FIRST_LISTING_AT, Instants.text(end.startedAt()))
          .checksumOnce(ScopeChecksum.FIRST_LISTING);
    }
    if (end.isUnsupported()) {
      update.set(TableLayout.LAST_UNSUPPORTED_AT, Instants.text(end.endedAt()));
    }
    return update
        .checksum(ScopeChecksum.OBSERVATION)
        .checksum(ScopeChecksum.COMPLETE)
        .checksum(ScopeChecksum.UNSUPPORTED)
        .checksum(ScopeChecksum.PROBED)
        .checksum(ScopeChecksum.DETAILED)
        .checksum(ScopeChecksum.DRIFT);
  }
}
