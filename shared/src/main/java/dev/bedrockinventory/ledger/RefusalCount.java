package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many calls of one principal were refused on one day in UTC. Only the first {@link #STORED}
 * are stored as evidence: a program that repeats a call without permission would fill the ledger. A
 * later call counts twice if its message is delivered twice. A call about several resources counts
 * once for each; calls about import jobs are always stored and not counted.
 *
 * @param principal the ARN of the role behind a session, otherwise the identity of the caller
 * @param day the day
 * @param calls the number of refused calls, including those that are stored
 * @param lastAt the time of the last call
 */
public record RefusalCount(String principal, LocalDate day, long calls, Instant lastAt) {
  /** How many calls of a principal and day are stored. */
  public static final int STORED = 100;

  /** The count before the first call of this principal and day. */
  static RefusalCount before(Evidence call) {
    return new RefusalCount(principal(call), day(call), 0, call.at());
  }

  /** The count with one more call. */
  RefusalCount with(Evidence call) {
    return new RefusalCount(
        principal, day, calls + 1, call.at().isAfter(lastAt) ? call.at() : lastAt);
  }

  /** Whether further calls are only counted. */
  boolean isFull() {
    return calls >= STORED;
  }

  /** Whether some calls are counted only. */
  public boolean isMoreThanStored() {
    return calls > STORED;
  }

  /** The count in one sentence. */
  public String words() {
    return "%s: %d refused calls of %s, of which the first %d are stored"
        .formatted(day, calls, principal, STORED);
  }

  static String principal(Evidence call) {
    return call.actor().session().issuer().orElse(call.actor().arn());
  }

  static LocalDate day(Evidence call) {
    return call.at().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
