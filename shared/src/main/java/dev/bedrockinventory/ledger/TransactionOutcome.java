package dev.bedrockinventory.ledger;

import java.util.List;

/** The result of one attempt of a transaction. */
public sealed interface TransactionOutcome {
  /** Everything was written. */
  record Written() implements TransactionOutcome {}

  /**
   * Nothing was written, because conditions did not hold.
   *
   * @param writes the positions of the writes whose conditions did not hold, ascending
   */
  record Lost(List<Integer> writes) implements TransactionOutcome {
    /** Copies the positions. */
    public Lost {
      writes = List.copyOf(writes);
    }
  }

  /**
   * Nothing was written, because others wrote the same items; another attempt may succeed.
   *
   * @param why what interfered, in one line
   */
  record Conflict(String why) implements TransactionOutcome {}

  /**
   * The same transaction is still being written; another attempt returns its outcome.
   *
   * @param why the same in one line
   */
  record InProgress(String why) implements TransactionOutcome {}

  /**
   * It may have been written.
   *
   * @param why why that is unknown, in one line
   */
  record Unknown(String why) implements TransactionOutcome {}
}
