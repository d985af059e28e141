package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * A model import job that has not ended: no event reports its end.
 *
 * @param created the evidence of its creation, with the job's ARN
 * @param polls the number of polls
 * @param nextPollAt when it is polled next
 * @param until when it is abandoned
 */
public record PendingJob(Evidence created, int polls, Instant nextPollAt, Instant until) {
  /** Whether it is abandoned by this time. */
  public boolean isOverdue(Instant now) {
    return now.isAfter(until);
  }

  /** The job. */
  public Arn job() {
    return created.arn();
  }
}
