/**
 * Reads resources, their history, their changes and who made them from the ledger; the commands,
 * the dashboard, the costs, the feed and verification call it.
 */
@NullMarked
package dev.bedrockinventory.query;

import org.jspecify.annotations.NullMarked;
