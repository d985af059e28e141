package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static dev.bedrockinventory.ledger.Samples.arn;
import static dev.bedrockinventory.ledger.ScriptedDynamo.cancelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Tests the outcomes of transactions that DynamoDB does not accept at once. */
final class TransactionCommitterTest {
  private final LocalTable table = LocalTable.create();
  private final ScriptedDynamo dynamo = new ScriptedDynamo(table.client());
  private final List<Integer> pauses = new ArrayList<>();
  private final StoredLedger ledger =
      new StoredLedger(new DynamoStore(dynamo, table.name(), pauses::add), pauses::add);

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void aTemporaryFailureIsRetried(String code) {
    dynamo.fail(cancelled("None", code), cancelled(code, "None"));

    assertThat(record()).isInstanceOf(Commit.Recorded.class);

    assertThat(pauses).containsExactly(1, 2);
    assertThat(ledger.heads(SCOPE).intact()).containsOnlyKeys(arn("p1"));
  }

  @Test
  void everyAttemptHasTheSameToken() {
    dynamo.fail(cancelled("TransactionConflict"));

    record();

    assertThat(dynamo.transactions())
        .hasSize(2)
        .extracting(TransactWriteItemsRequest::clientRequestToken)
        .containsOnly(dynamo.transactions().getFirst().clientRequestToken());
  }

  @Test
  void aConflictThatRemainsAfterAllRetriesIsLost() {
    dynamo.fail(
        Collections.nCopies(100, cancelled("TransactionConflict"))
            .toArray(RuntimeException[]::new));

    assertThat(record())
        .isEqualTo(
            new Commit.Lost(
                "other transactions interfered with every attempt: TransactionConflict", Set.of()));

    assertThat(pauses).containsExactlyElementsOf(IntStream.rangeClosed(1, 7).boxed().toList());
  }

  @Test
  void aFailedConditionIsReportedAndNotRetried() {
    dynamo.fail(cancelled("None", "None", "ConditionalCheckFailed", "TransactionConflict"));

    assertThat(record())
        .isInstanceOfSatisfying(
            Commit.Lost.class,
            lost -> {
              assertThat(lost.why())
                  .isEqualTo(
                      "SCOPE#111122223333#us-east-2#application-inference-profile / HEAD#p1 must"
                          + " not exist");
              assertThat(lost.resources()).extracting(Arn::id).containsExactly("p1");
            });

    assertThat(dynamo.transactions()).hasSize(1);
  }

  @Test
  void theFailedConditionOfTheScopeIsReported() {
    record();

    assertThat(record())
        .isInstanceOfSatisfying(
            Commit.Lost.class,
            lost ->
                assertThat(lost.why())
                    .contains("SCOPES / 111122223333#us-east-2#application-inference-profile")
                    .contains("must be at generation 0"));
  }

  @Test
  void aConflictAfterAnAttemptThatMayBeWrittenLeavesTheOutcomeUnknown() {
    var conflicts = Collections.nCopies(100, (RuntimeException) cancelled("TransactionConflict"));
    dynamo.fail(TransactionInProgressException.builder().statusCode(400).build());
    dynamo.fail(conflicts.toArray(RuntimeException[]::new));

    assertThat(record()).isInstanceOf(Commit.Unknown.class);
  }

  @Test
  void aCancellationReasonWithoutACodeIsNoFailure() {
    dynamo.fail(
        TransactionCanceledException.builder()
            .message("cancelled")
            .cancellationReasons(
                CancellationReason.builder().build(),
                CancellationReason.builder().code("TransactionConflict").build())
            .build());

    assertThat(record()).isInstanceOf(Commit.Recorded.class);
  }

  @Test
  void keysAreReadConsistently() {
    ledger.tombstones(SCOPE, List.of("p1"));

    assertThat(dynamo.consistency()).containsExactly(true);
  }

  @Test
  void aTransactionThatStaysInProgressHasAnUnknownOutcome() {
    var inProgress = TransactionInProgressException.builder().statusCode(400).build();
    dynamo.fail(inProgress);
    assertThat(record()).isInstanceOf(Commit.Recorded.class);

    dynamo.fail(Collections.nCopies(100, inProgress).toArray(RuntimeException[]::new));
    assertThat(record()).isInstanceOf(Commit.Unknown.class);
  }

  static Stream<RuntimeException> unknown() {
    return Stream.of(
        ApiCallTimeoutException.create(5_000),
        ApiCallAttemptTimeoutException.create(1_000),
        SdkClientException.create("no answer", new SocketException("Connection reset")),
        SdkClientException.create("no answer", new RuntimeException(new IOException("closed"))),
        error("InternalServerError", 500),
        error("ServiceUnavailable", 503),
        manyAttempts());
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void aMissingResponseIsAnUnknownOutcomeAndNotRetried(RuntimeException failure) {
    dynamo.fail(failure);

    assertThat(record())
        .isInstanceOfSatisfying(
            Commit.Unknown.class, unknown -> assertThat(unknown.why()).doesNotContain("\n"));

    assertThat(dynamo.transactions()).hasSize(1);
  }

  static Stream<RuntimeException> refused() {
    return Stream.of(
        error("AccessDeniedException", 400),
        error("ResourceNotFoundException", 400),
        error("ExpiredTokenException", 400),
        error("ThrottlingException", 400),
        cancelled("None", "ItemCollectionSizeLimitExceeded"),
        SdkClientException.create("Unable to load credentials from any of the providers"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aTransactionThatWasCertainlyNotWrittenThrows(RuntimeException failure) {
    dynamo.fail(failure);

    assertThatThrownBy(this::record)
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining(table.name());
  }

  static Stream<RuntimeException> invalid() {
    return Stream.of(cancelled("None", "ValidationError"), error("ValidationException", 400));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidTransactionIsOurBug(RuntimeException failure) {
    dynamo.fail(failure);

    assertThatThrownBy(this::record).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void unprocessedKeysAreRequestedAgain() {
    record();
    ledger.record(
        ledger.scope(SCOPE),
        List.of(Samples.deleted(ledger.heads(SCOPE).intact().values().iterator().next())));
    dynamo.answerKeys(1);

    var found = ledger.tombstones(SCOPE, List.of("p3", "p2", "p1")).intact();

    assertThat(found).containsOnlyKeys(arn("p1"));
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void keysThatAreNeverReturnedThrow() {
    dynamo.answerKeys(0);

    assertThatThrownBy(() -> ledger.tombstones(SCOPE, List.of("p1")))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  private Commit record() {
    return ledger.record(
        ScopeState.unknown(SCOPE), List.of(Samples.first(ScopeState.unknown(SCOPE), "p1")));
  }

  private static DynamoDbException error(String code, int status) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(status)
            .message(code + "\nand a second line")
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(code + "\nmore").build())
            .build();
  }

  /** An error of the second attempt does not show the outcome of the first. */
  private static DynamoDbException manyAttempts() {
    return (DynamoDbException) error("ThrottlingException", 400).toBuilder().numAttempts(2).build();
  }
}
