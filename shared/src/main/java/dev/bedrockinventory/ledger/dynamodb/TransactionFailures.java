package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.TransactionOutcome;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Converts the failure of a transaction into its outcome. */
final class TransactionFailures {
  private static final String NONE = "None";
  private static final String CONDITION = "ConditionalCheckFailed";
  private static final Set<String> TEMPORARY =
      Set.of(
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "RequestLimitExceeded");

  private TransactionFailures() {}

  /**
   * The outcome after this failure.
   *
   * @param unavailable the exception for callers
   * @throws LedgerUnavailableException if nothing was certainly written and it is valid
   * @throws IllegalStateException if DynamoDB rejects it as invalid, which is a bug
   */
  static TransactionOutcome outcome(
      SdkException e, Function<SdkException, LedgerUnavailableException> unavailable) {
    return switch (e) {
      case TransactionCanceledException cancelled -> cancelled(cancelled, unavailable);
      case TransactionInProgressException _ ->
          new TransactionOutcome.InProgress("the same transaction is still in progress");
      case DynamoDbException rejected -> rejected(rejected, unavailable);
      default -> noResponse(e, unavailable);
    };
  }

  private static TransactionOutcome cancelled(
      TransactionCanceledException e,
      Function<SdkException, LedgerUnavailableException> unavailable) {
    var reasons = e.cancellationReasons();
    var lost =
        IntStream.range(0, reasons.size())
            .filter(i -> CONDITION.equals(reasons.get(i).code()))
            .boxed()
            .toList();
    if (!lost.isEmpty()) {
      return new TransactionOutcome.Lost(lost);
    }
    var codes = codes(reasons);
    if (codes.contains("ValidationError")) {
      throw invalid(e);
    }
    if (!TEMPORARY.containsAll(codes)) {
      throw unavailable.apply(e);
    }
    return new TransactionOutcome.Conflict(String.join(", ", codes));
  }

  private static List<String> codes(List<CancellationReason> reasons) {
    return reasons.stream()
        .flatMap(reason -> Optional.ofNullable(reason.code()).stream())
        .filter(code -> !NONE.equals(code))
        .distinct()
        .toList();
  }

  /** An error after an internal retry does not show whether the first attempt was written. */
  private static TransactionOutcome rejected(
      DynamoDbException e, Function<SdkException, LedgerUnavailableException> unavailable) {
    if (e.statusCode() >= 500 || (e.numAttempts() != null && e.numAttempts() > 1)) {
      return unknown(e, unavailable);
    }
    if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
      throw invalid(e);
    }
    throw unavailable.apply(e);
  }

  private static TransactionOutcome noResponse(
      SdkException e, Function<SdkException, LedgerUnavailableException> unavailable) {
    var sent =
        switch (e) {
          case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
              true;
          case SdkServiceException _ -> true;
          default -> LedgerErrors.isConnection(e);
        };
    if (sent) {
      return unknown(e, unavailable);
    }
    throw unavailable.apply(e);
  }

  private static TransactionOutcome unknown(
      SdkException e, Function<SdkException, LedgerUnavailableException> unavailable) {
    return new TransactionOutcome.Unknown(String.valueOf(unavailable.apply(e).getMessage()));
  }

  private static IllegalStateException invalid(DynamoDbException e) {
    return new IllegalStateException(
        "DynamoDB rejected a transaction as invalid; this is a bug", e);
  }
}
