package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.TableLayout;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The filters of the event source mappings that read the table's stream, in the syntax of Lambda's
 * event filtering.
 */
public enum StreamFilter {
  /** New revisions of the index of all changes: everything but BASELINE. */
  NEW_CHANGES(
      """
      {"eventName":["INSERT"],"dynamodb":{"NewImage":{"%s":{"S":[{"exists":true}]}}}}\
      """
          .formatted(TableLayout.CHANGE_DAY)),
  /** Items that are never changed after they were written, but were modified or removed. */
  CHANGED_HISTORY(
      """
      {"eventName":["MODIFY","REMOVE"],"dynamodb":{"Keys":{"%s":{"S":[%s]}}}}\
      """
          .formatted(
              TableLayout.SORT_KEY,
              prefixes(ItemKey.REVISION_PREFIX, ItemKey.EVIDENCE_PREFIX, ItemKey.KNOWN_PREFIX))),
  /** The heartbeat of each plan. */
  HEARTBEATS(
      """
      {"dynamodb":{"Keys":{"%s":{"S":["%s"]}}}}\
      """
          .formatted(TableLayout.PARTITION_KEY, ItemKey.HEARTBEATS)),
  /** Every write and removal of a head or tombstone, which the chain must prove. */
  ENDS(
      """
      {"dynamodb":{"Keys":{"%s":{"S":[%s]}}}}\
      """
          .formatted(
              TableLayout.SORT_KEY, prefixes(ItemKey.HEAD_PREFIX, ItemKey.TOMBSTONE_PREFIX)));

  private final String pattern;

  StreamFilter(String pattern) {
    this.pattern = pattern;
  }

  /** The filter's pattern, a JSON object. */
  public String pattern() {
    return pattern;
  }

  private static String prefixes(String... prefixes) {
    return Arrays.stream(prefixes)
        .map("{\"prefix\":\"%s\"}"::formatted)
        .collect(Collectors.joining(","));
  }
}
