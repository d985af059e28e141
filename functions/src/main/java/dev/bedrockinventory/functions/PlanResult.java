package dev.bedrockinventory.functions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The result of one plan.
 *
 * @param plannedAt its scheduled time
 * @param targets the number of accounts to sweep
 * @param added the accounts of the organization that became targets since the list before
 * @param removed the accounts of the organization that are no longer targets
 * @param scopes the number of scopes of the targets
 * @param missing the number of scopes that count in the age although their targets cannot be read
 * @param targetsLost the share of the accounts or scopes planned within the last day that is no
 *     longer planned, in percent
 * @param problems the problems of the targets, one line each
 * @param damaged the items among the scopes that are left out, one line each
 * @param unsent the tasks that the queue refused, one line each
 * @param polls the number of import jobs to poll
 * @param unsentPolls the polls that the queue refused, one line each; the next plan sends them
 * @param health how current all scopes are that are planned or missing
 * @param deletions the number of deletions within the last hour by account
 */
record PlanResult(
    Instant plannedAt,
    int targets,
    SortedSet<String> added,
    SortedSet<String> removed,
    int scopes,
    int missing,
    double targetsLost,
    List<String> problems,
    List<String> damaged,
    List<String> unsent,
    int polls,
    List<String> unsentPolls,
    ScopeHealth health,
    Map<String, Integer> deletions) {
  /** Copies the collections. */
  PlanResult {
    problems = List.copyOf(problems);
    damaged = List.copyOf(damaged);
    unsent = List.copyOf(unsent);
    unsentPolls = List.copyOf(unsentPolls);
    deletions = Map.copyOf(deletions);
  }

  /**
   * Checks that everything was planned.
   *
   * @throws IllegalStateException if there is no scope, or the queue refused a task
   */
  void check() {
    if (scopes == 0) {
      throw new IllegalStateException(
          "nothing to sweep: put a list of accounts under the targets' path (problems: %s)"
              .formatted(problems));
    }
    if (!unsent.isEmpty()) {
      throw new IllegalStateException(
          "the queue refused %d of %d tasks; planning again for the same time sends them: %s"
              .formatted(unsent.size(), scopes, unsent));
    }
  }
}
