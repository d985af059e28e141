package dev.bedrockinventory.feed;

import dev.bedrockinventory.verify.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of changes that were told again.
 *
 * @param sent how many the bus took, oldest first and without a gap but for the broken ones
 * @param truncated how many of them without their document and fields
 * @param broken the revisions that are not what was recorded, or cannot be read, oldest first; they
 *     are not told
 * @param stop the first change that the bus did not take, after which nothing was tried; absent if
 *     it took all
 */
public record RedriveResult(int sent, int truncated, List<Finding> broken, Optional<Stop> stop) {
  /** Copies the list. */
  public RedriveResult {
    broken = List.copyOf(broken);
  }

  /**
   * Where it stopped.
   *
   * @param id that of the change
   * @param observedAt when it was observed: whoever goes on begins there
   * @param why what the bus said, in one line
   */
  public record Stop(String id, Instant observedAt, String why) {}
}
