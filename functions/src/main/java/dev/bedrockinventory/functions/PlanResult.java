package dev.bedrockinventory.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one plan came to.
 *
 * @param plannedAt its scheduled time
 * @param scopes how many scopes the targets have
 * @param problems what is wrong with the targets, one line each
 * @param unsent tasks that the queue did not take, one line each
 * @param polls how many import jobs are to be asked for
 * @param unsentPolls those that the queue did not take, one line each; the next plan sends them
 * @param oldestCompleteLookAge the age of the oldest last complete look of all the scopes
 */
record PlanResult(
    Instant plannedAt,
    int scopes,
    List<String> problems,
    List<String> unsent,
    int polls,
    List<String> unsentPolls,
    Duration oldestCompleteLookAge) {
  /** Copies the lists. */
  PlanResult {
    problems = List.copyOf(problems);
    unsent = List.copyOf(unsent);
    unsentPolls = List.copyOf(unsentPolls);
  }

  /**
   * Insists that everything was planned that can be.
   *
   * @throws IllegalStateException if there is no scope, or the queue did not take all tasks
   */
  void check() {
    if (scopes == 0) {
      throw new IllegalStateException(
          "nothing to sweep: put a list of accounts under the targets' path (problems: %s)"
              .formatted(problems));
    }
    if (!unsent.isEmpty()) {
      throw new IllegalStateException(
          "the queue did not take %d of %d tasks, which planning again for the same time sends: %s"
              .formatted(unsent.size(), scopes, unsent));
    }
  }
}
