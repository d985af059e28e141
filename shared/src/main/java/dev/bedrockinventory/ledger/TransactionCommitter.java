package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Sends a transaction, retries it after conflicts, and returns its outcome. */
final class TransactionCommitter {
  private static final int MOST_ATTEMPTS = 8;
  private static final String NONE = "None";
  private static final Set<String> TEMPORARY =
      Set.of(
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "RequestLimitExceeded");

  private final TableClient requests;
  private final Backoff pause;

  TransactionCommitter(TableClient requests, Backoff pause) {
    this.requests = requests;
    this.pause = pause;
  }

  /**
   * Commits the transaction.
   *
   * @throws LedgerUnavailableException if it was certainly not written and is valid
   * @throws IllegalStateException if DynamoDB rejects it as invalid, which is a bug
   */
  Commit commit(Transaction transaction) {
    var unknown = Optional.<Commit>empty();
    for (var retry = 1; ; retry++) {
      switch (attempt(transaction)) {
        case Attempt.Ended(var commit) -> {
          return commit;
        }
        case Attempt.Retryable(var commit) -> {
          unknown = unknown.or(() -> Optional.of(commit).filter(Commit.Unknown.class::isInstance));
          if (retry == MOST_ATTEMPTS) {
            return unknown.orElse(commit);
          }
        }
      }
      pause.before(retry);
    }
  }

  /** The outcome of one request. */
  private sealed interface Attempt {
    record Ended(Commit commit) implements Attempt {}

    /**
     * A temporary failure; the commit is the outcome if the retries fail too. Once an attempt may
     * have been written, only a later answer without doubt ends that.
     */
    record Retryable(Commit commit) implements Attempt {}
  }

  private Attempt attempt(Transaction transaction) {
    try {
      requests.transact(transaction.request(requests.table()));
      return new Attempt.Ended(new Commit.Recorded(transaction.after()));
    } catch (TransactionCanceledException e) {
      return cancelled(transaction, e);
    } catch (TransactionInProgressException e) {
      return new Attempt.Retryable(new Commit.Unknown("the same transaction is still in progress"));
    } catch (DynamoDbException e) {
      return new Attempt.Ended(rejected(e));
    } catch (SdkException e) {
      return new Attempt.Ended(noResponse(e));
    }
  }

  private Attempt cancelled(Transaction transaction, TransactionCanceledException e) {
    var lost = transaction.lost(e.cancellationReasons());
    if (lost.isPresent()) {
      return new Attempt.Ended(lost.get());
    }
    var codes = codes(e.cancellationReasons());
    if (codes.contains("ValidationError")) {
      throw invalid(e);
    }
    if (!TEMPORARY.containsAll(codes)) {
      throw requests.unavailable(e);
    }
    return new Attempt.Retryable(
        new Commit.Lost(
            "other transactions interfered with every attempt: " + String.join(", ", codes),
            Set.of()));
  }

  private static List<String> codes(List<CancellationReason> reasons) {
    return reasons.stream()
        .flatMap(reason -> Optional.ofNullable(reason.code()).stream())
        .filter(code -> !NONE.equals(code))
        .distinct()
        .toList();
  }

  /** An error after an internal retry does not show whether the first attempt was written. */
  private Commit rejected(DynamoDbException e) {
    if (e.statusCode() >= 500 || (e.numAttempts() != null && e.numAttempts() > 1)) {
      return unknown(e);
    }
    if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
      throw invalid(e);
    }
    throw requests.unavailable(e);
  }

  private Commit noResponse(SdkException e) {
    var sent =
        switch (e) {
          case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
              true;
          case SdkServiceException _ -> true;
          default -> LedgerErrors.isConnection(e);
        };
    if (sent) {
      return unknown(e);
    }
    throw requests.unavailable(e);
  }

  private Commit unknown(SdkException e) {
    return new Commit.Unknown(String.valueOf(requests.unavailable(e).getMessage()));
  }

  private static IllegalStateException invalid(DynamoDbException e) {
    return new IllegalStateException(
        "DynamoDB rejected a transaction as invalid; this is a bug", e);
  }
}
