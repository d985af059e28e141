/**
 * The change feed: publishes revisions from the table's stream or the ledger as events on an event
 * bus; the FeedHandler and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.feed;

import org.jspecify.annotations.NullMarked;
