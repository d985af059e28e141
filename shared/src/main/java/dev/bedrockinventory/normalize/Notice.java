package dev.bedrockinventory.normalize;

/** What an event says to the inventory. */
public sealed interface Notice {
  /**
   * A call about resources that are inventoried, or about the import of one.
   *
   * @param call the call
   */
  record Heard(Call call) implements Notice {}

  /** Nothing that the inventory is about. */
  record Irrelevant() implements Notice {}

  /**
   * It cannot be read; it is never taken for a deletion, or for anything else.
   *
   * @param message why, in one line
   */
  record Malformed(String message) implements Notice {}
}
