/**
 * The change feed: revisions from the table's stream or the ledger come in, events on an event bus
 * go out; the FeedHandler and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.feed;

import org.jspecify.annotations.NullMarked;
