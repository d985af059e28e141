package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;

/**
 * A sweep report item.
 *
 * @param report what the sweep did, with as many of its failures as an item holds
 * @param failures how many failures there were in all
 * @param expiresAt when DynamoDB may delete the item, in whole seconds
 */
public record ReportEntry(SweepReport report, int failures, Instant expiresAt) {}
