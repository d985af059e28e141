package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.TableLayout;

/**
 * What of the table's stream reaches the feed: the filters of its event source mappings, in the
 * syntax of Lambda's event filtering. A record that fits none of them is of no concern to it.
 */
public enum StreamFilter {
  /** New revisions of the index of all changes: everything but BASELINE. */
  NEW_CHANGES(
      """
      {"eventName":["INSERT"],"dynamodb":{"NewImage":{"%s":{"S":[{"exists":true}]}}}}\
      """
          .formatted(TableLayout.CHANGE_DAY)),
  /** Revisions that were changed or removed, which nothing may do. */
  TOUCHED_REVISIONS(
      """
      {"eventName":["MODIFY","REMOVE"],"dynamodb":{"Keys":{"%s":{"S":[{"prefix":"%s"}]}}}}\
      """
          .formatted(TableLayout.SORT_KEY, TableLayout.REVISION_PREFIX));

  private final String pattern;

  StreamFilter(String pattern) {
    this.pattern = pattern;
  }

  /** The filter's pattern, a JSON object. */
  public String pattern() {
    return pattern;
  }
}
