/**
 * The change feed: takes revisions, as the table's stream or the ledger tells them, and puts each
 * as an event on an event bus; the FeedHandler and the command line call it.
 */
@NullMarked
package dev.bedrockinventory.feed;

import org.jspecify.annotations.NullMarked;
