package dev.bedrockinventory.feed;

import dev.bedrockinventory.verify.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of republishing changes.
 *
 * @param sent the number of published changes, oldest first and without a gap but for the broken
 *     ones
 * @param truncated how many of them without their document and fields
 * @param broken the modified or unreadable revisions, oldest first; they are not published
 * @param stop the first change that the bus refused, after which nothing was tried; absent if it
 *     accepted all
 */
public record RedriveResult(int sent, int truncated, List<Finding> broken, Optional<Stop> stop) {
  /** Copies the list. */
  public RedriveResult {
    broken = List.copyOf(broken);
  }

  /**
   * Where it stopped.
   *
   * @param id the change's id
   * @param observedAt when it was observed: the start of the next redrive
   * @param why the bus's error, in one line
   */
  public record Stop(String id, Instant observedAt, String why) {}
}
