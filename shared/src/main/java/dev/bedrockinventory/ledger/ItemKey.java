package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;

/**
 * The key of one item of the table.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record ItemKey(String pk, String sk) {
  /** The key of a scope's item. */
  public static ItemKey scope(Scope scope) {
    return new ItemKey(Keys.SCOPES, scope.key());
  }

  /** The key of the head of a live resource. */
  public static ItemKey head(Scope scope, Arn arn) {
    return new ItemKey(Keys.members(scope), Keys.HEAD_PREFIX + arn.id());
  }

  /** The key of the tombstone of a deleted resource. */
  public static ItemKey tombstone(Scope scope, Arn arn) {
    return new ItemKey(Keys.members(scope), Keys.TOMBSTONE_PREFIX + arn.id());
  }

  /** The key of the mark that a resource was ever recorded. */
  public static ItemKey known(Scope scope, Arn arn) {
    return new ItemKey(Keys.members(scope), Keys.KNOWN_PREFIX + arn.id());
  }

  /** The key of one revision of a resource. */
  public static ItemKey revision(Arn arn, long number) {
    return new ItemKey(Keys.history(arn), Keys.revision(number));
  }

  /** The key of evidence about a resource. */
  public static ItemKey evidence(Evidence evidence) {
    return new ItemKey(
        Keys.history(evidence.arn()), Keys.evidence(evidence.at(), evidence.eventId()));
  }

  /** The key of a pending job. */
  public static ItemKey pendingJob(Arn job) {
    return new ItemKey(Keys.JOBS, job.text());
  }

  /** The key of the route from a profile to a model. */
  public static ItemKey route(String modelId, Arn profile) {
    return new ItemKey(Keys.routes(modelId), profile.text());
  }

  /** The key of the report of the sweep that began at this instant. */
  public static ItemKey report(Scope scope, Instant startedAt) {
    return new ItemKey(Keys.reports(scope), Instants.text(startedAt));
  }

  /** The key of an unmodeled member's item. */
  public static ItemKey drift(UnmodeledMember drift) {
    return new ItemKey(Keys.DRIFT, Keys.drift(drift));
  }

  /** The key as messages and reports show it. */
  @Override
  public String toString() {
    return pk + " / " + sk;
  }
}
