package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;

/**
 * A call of the API by a person, which changes one resource once.
 *
 * @param change what it records
 * @param call calls the API; changes nothing if another client deleted the resource meanwhile
 */
record Work(ChangeKind change, Runnable call) {
  /** What is recorded, from its event. */
  StepCounts counts() {
    return StepCounts.of(change, 1).plus(StepCounts.ofRefreshes(1));
  }
}
