package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Optional;
import java.util.Set;

/** Sends a transaction, retries it after conflicts, and returns its outcome. */
final class TransactionCommitter {
  private static final int MOST_ATTEMPTS = 8;

  private final ItemStore store;
  private final Backoff pause;

  TransactionCommitter(ItemStore store, Backoff pause) {
    this.store = store;
    this.pause = pause;
  }

  /**
   * Commits the transaction. Once an attempt may have been written, only a later answer without
   * doubt ends that.
   *
   * @throws LedgerUnavailableException if it was certainly not written and is valid
   * @throws IllegalStateException if the store rejects it as invalid, which is a bug
   */
  Commit commit(Transaction transaction) {
    var unknown = Optional.<Commit>empty();
    for (var retry = 1; ; retry++) {
      Commit commit;
      switch (store.write(transaction.actions(), transaction.token())) {
        case TransactionOutcome.Written _ -> {
          return new Commit.Recorded(transaction.after());
        }
        case TransactionOutcome.Lost(var writes) -> {
          return transaction.lost(writes);
        }
        case TransactionOutcome.Unknown(var why) -> {
          return new Commit.Unknown(why);
        }
        case TransactionOutcome.InProgress(var why) -> {
          commit = new Commit.Unknown(why);
          unknown = Optional.of(commit);
        }
        case TransactionOutcome.Conflict(var why) ->
            commit =
                new Commit.Lost(
                    "other transactions interfered with every attempt: " + why, Set.of());
      }
      if (retry == MOST_ATTEMPTS) {
        return unknown.orElse(commit);
      }
      pause.before(retry);
    }
  }
}
