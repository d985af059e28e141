package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.TableLayout;

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
  /** Revisions that were modified or removed, which must never happen. */
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
