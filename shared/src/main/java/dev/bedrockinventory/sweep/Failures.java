package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import java.util.Optional;

/** Creates the failures of the ledger's items. */
final class Failures {
  private Failures() {}

  /** A resource that was not read in time. */
  static Failure outOfTime(Arn resource) {
    return new Failure(
        Reason.UNAVAILABLE, "Get", Optional.of(resource), "the time was up before it was read");
  }

  /** A resource whose items contradict each other. */
  static RefreshResult contradiction(Arn resource, String contradiction) {
    return new RefreshResult.LeftOut(
        damaged(Optional.of(resource), "its items contradict each other: " + contradiction));
  }

  /** An item that is not believed; the resource is left out until it is repaired. */
  static Failure damaged(Optional<Arn> resource, String damage) {
    return new Failure(
        Reason.DAMAGED,
        "Query",
        resource,
        damage + "; left unchanged: run './inventory verify', then './inventory repair'");
  }
}
