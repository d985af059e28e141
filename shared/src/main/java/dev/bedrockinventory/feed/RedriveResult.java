package dev.bedrockinventory.feed;

import dev.bedrockinventory.verify.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of republishing changes.
 *
 * @param sent how many the bus accepted, oldest first and without a gap except for corrupted ones
 * @param truncated how many of them without their document and fields
 * @param corrupted the revisions that are corrupted or cannot be read, oldest first; they are not
 *     published
 * @param stop the first change that the bus rejected, where the run stopped; absent if it accepted
 *     all
 */
public record RedriveResult(int sent, int truncated, List<Finding> corrupted, Optional<Stop> stop) {
  /** Copies the list. */
  public RedriveResult {
    corrupted = List.copyOf(corrupted);
  }

  /**
   * The change at which a run stopped.
   *
   * @param id the id of the change
   * @param observedAt when it was observed: the next run can start there
   * @param why the reason for the rejection, in one line
   */
  public record Stop(String id, Instant observedAt, String why) {}
}
