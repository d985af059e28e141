package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.time.Duration;

/** The update of the scope item at the end of an observation: these attributes and no others. */
final class ObservationUpdate {
  private ObservationUpdate() {}

  /**
   * The update with the digest of the heads, if there is one, on condition that it is still valid.
   */
  static Update of(ObservationSummary end) {
    var update = withoutDigest(end);
    end.digest()
        .ifPresent(stored ->
            update.set(AttributeNames.DIGEST, stored.digest()).atGeneration(stored.generation()));
    return update;
  }

  /** The update that leaves the digest unchanged. */
  static Update withoutDigest(ObservationSummary end) {
    var update =
        new Update(ItemKey.scope(end.scope()))
            .set(AttributeNames.LAST_ATTEMPT_AT, Instants.text(end.endedAt()))
            .set(AttributeNames.OUTCOME, end.outcome().name())
            .set(AttributeNames.SEEN, end.seen())
            .set(AttributeNames.FAILURES, end.failures())
            .set(AttributeNames.OMISSIONS, end.omissions())
            .set(AttributeNames.CALLS, end.calls())
            .set(
                AttributeNames.MILLIS, Duration.between(end.startedAt(), end.endedAt()).toMillis());
    end.reason()
        .ifPresentOrElse(
            reason -> update.set(AttributeNames.REASON, reason.name()),
            () -> update.remove(AttributeNames.REASON));
    end.probed().ifPresent(id -> update.set(AttributeNames.PROBED, ScopeItem.cut(id)));
    end.driftDigest().ifPresent(digest -> update.set(AttributeNames.DRIFT_DIGEST, digest));
    if (end.detailed()) {
      update.set(AttributeNames.DETAILED, true);
    }
    if (end.outcome() == Outcome.COMPLETE) {
      update
          .set(AttributeNames.LAST_COMPLETE_AT, Instants.text(end.endedAt()))
          .setOnce(AttributeNames.FIRST_LOOK_AT, Instants.text(end.startedAt()))
          .sealOnce(ScopeSeal.FIRST_LOOK);
    }
    if (end.isUnsupported()) {
      update.set(AttributeNames.LAST_UNSUPPORTED_AT, Instants.text(end.endedAt()));
    }
    return update
        .seal(ScopeSeal.LOOK)
        .seal(ScopeSeal.COMPLETE)
        .seal(ScopeSeal.UNSUPPORTED)
        .seal(ScopeSeal.PROBED)
        .seal(ScopeSeal.DETAILED)
        .seal(ScopeSeal.DRIFT);
  }
}
