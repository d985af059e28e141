package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * A model import job whose end is awaited: no event tells it.
 *
 * @param created the evidence of its creation, which carries the job's ARN
 * @param polls how often it was asked for
 * @param nextPollAt when it is asked for next
 * @param until when nobody asks any more
 */
public record PendingJob(Evidence created, int polls, Instant nextPollAt, Instant until) {
  /** Whether it was awaited long enough. */
  public boolean isOverdue(Instant now) {
    return now.isAfter(until);
  }

  /** The job. */
  public Arn job() {
    return created.arn();
  }
}
