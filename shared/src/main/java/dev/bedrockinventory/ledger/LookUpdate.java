package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.sweep.LookEnd;
import java.time.Duration;

/** What the end of a look writes into the scope item: those attributes and no others. */
final class LookUpdate {
  private LookUpdate() {}

  /** The update with the digest of the heads, if there is one, on condition that it still holds. */
  static Update of(LookEnd end) {
    var update = withoutDigest(end);
    end.digest()
        .ifPresent(
            stored -> update.set(Names.DIGEST, stored.digest()).atGeneration(stored.generation()));
    return update;
  }

  /** The update without the digest, which stays what it is. */
  static Update withoutDigest(LookEnd end) {
    var update =
        new Update(ItemKey.scope(end.scope()))
            .set(Names.LAST_ATTEMPT_AT, Instants.text(end.endedAt()))
            .set(Names.OUTCOME, end.outcome().name())
            .set(Names.SEEN, end.seen())
            .set(Names.FAILURES, end.failures())
            .set(Names.OMISSIONS, end.omissions())
            .set(Names.CALLS, end.calls())
            .set(Names.MILLIS, Duration.between(end.startedAt(), end.endedAt()).toMillis());
    end.reason()
        .ifPresentOrElse(
            reason -> update.set(Names.REASON, reason.name()), () -> update.remove(Names.REASON));
    end.probed().ifPresent(id -> update.set(Names.PROBED, ScopeItem.cut(id)));
    end.driftDigest().ifPresent(digest -> update.set(Names.DRIFT_DIGEST, digest));
    if (end.detailed()) {
      update.set(Names.DETAILED, true);
    }
    if (end.outcome() == Outcome.COMPLETE) {
      update
          .set(Names.LAST_COMPLETE_AT, Instants.text(end.endedAt()))
          .setOnce(Names.FIRST_LOOK_AT, Instants.text(end.startedAt()))
          .sealOnce(ScopeSeal.FIRST_LOOK);
    }
    if (end.isUnsupported()) {
      update.set(Names.LAST_UNSUPPORTED_AT, Instants.text(end.endedAt()));
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
