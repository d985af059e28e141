package dev.bedrockinventory.functions;

import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.ledger.ItemKey;

/** What a record of the table's stream requires. */
sealed interface RecordResult {
  /** A change to publish. */
  record Change(ChangeEvent event) implements RecordResult {}

  /**
   * A change of an item that the inventory never makes.
   *
   * @param how the stream's event name: INSERT, MODIFY or REMOVE
   */
  record Tampering(ItemKey key, String how) implements RecordResult {}

  /** The heartbeat of a plan to count. */
  record Heartbeat() implements RecordResult {}

  /** Nothing. */
  record Nothing() implements RecordResult {}

  /**
   * The record cannot be read, checked or published, and must be delivered again.
   *
   * @param why the error, in one line without values
   */
  record Failure(String why) implements RecordResult {}
}
