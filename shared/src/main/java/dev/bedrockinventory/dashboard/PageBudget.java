package dev.bedrockinventory.dashboard;

/**
 * The bytes that the rows of a list may take, so that a page of extreme data stays small. A list
 * ends with the row that exceeds them. Not thread-safe.
 */
final class PageBudget {
  private static final int ESCAPED = 5;

  private int left;

  PageBudget(int bytes) {
    left = bytes;
  }

  /** Subtracts a row: a record, whose text contains all that is shown of it. */
  void spend(Record row) {
    left -= row.toString().chars().map(PageBudget::bytes).sum();
  }

  boolean isSpent() {
    return left <= 0;
  }

  /** At most the bytes of the character in HTML. */
  private static int bytes(int character) {
    return switch (character) {
      case '<', '>', '&', '"', '\'' -> ESCAPED;
      default -> character < 0x80 ? 1 : 3;
    };
  }
}
