package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A sweep report item.
 *
 * @param report the report, with as many of its failures as fit into an item
 * @param failures the total number of failures
 * @param expiresAt when DynamoDB may delete the item, in whole seconds
 */
public record ReportEntry(SweepReport report, int failures, Instant expiresAt) {
  /** The entry of this report. */
  static ReportEntry of(SweepReport report, Instant expiresAt) {
    var kept =
        new SweepReport(
            report.scope(),
            report.startedAt(),
            report.outcome(),
            report.skipped(),
            FailureJson.fitting(report.failures()),
            report.seen(),
            report.changes(),
            report.omissions(),
            report.drift(),
            report.probeFailed(),
            report.apiCalls(),
            report.consumed(),
            report.millis());
    return new ReportEntry(
        kept, report.failures().size(), expiresAt.truncatedTo(ChronoUnit.SECONDS));
  }
}
