package dev.bedrockinventory.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A client whose next transactions fail as configured, before or after they are written. */
final class ScriptedDynamo implements DynamoDbClient {
  private final DynamoDbClient engine;
  private final Deque<Optional<RuntimeException>> before = new ArrayDeque<>();
  private final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
  private final List<Boolean> consistent = new ArrayList<>();
  private int keysAtOnce = Integer.MAX_VALUE;

  ScriptedDynamo(DynamoDbClient engine) {
    this.engine = engine;
  }

  /**
   * The failures of the next transactions, which are not written; later ones go to DynamoDB Local.
   */
  ScriptedDynamo fail(RuntimeException... failures) {
    Arrays.stream(failures).map(Optional::of).forEach(before::add);
    return this;
  }

  /** The most keys that a BatchGetItem returns; the others are unprocessed. */
  ScriptedDynamo answerKeys(int most) {
    keysAtOnce = most;
    return this;
  }

  /** For each BatchGetItem whether it was consistent. */
  List<Boolean> consistency() {
    return List.copyOf(consistent);
  }

  List<TransactWriteItemsRequest> transactions() {
    return List.copyOf(transactions);
  }

  static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .message("cancelled")
        .statusCode(400)
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    transactions.add(request);
    var failure = before.isEmpty() ? Optional.<RuntimeException>empty() : before.remove();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return engine.transactWriteItems(request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return engine.getItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var asked = request.requestItems().entrySet().iterator().next();
    var table = asked.getKey();
    var keys = asked.getValue();
    consistent.add(keys.consistentRead());
    if (keys.keys().size() <= keysAtOnce) {
      return engine.batchGetItem(request);
    }
    var most = keysAtOnce;
    var now = keys.copy(k -> k.keys(keys.keys().subList(0, most)));
    var later = keys.copy(k -> k.keys(keys.keys().subList(most, keys.keys().size())));
    var left = Map.of(table, later);
    if (most == 0) {
      return BatchGetItemResponse.builder().unprocessedKeys(left).build();
    }
    return engine
        .batchGetItem(request.copy(r -> r.requestItems(Map.of(table, now))))
        .copy(answer -> answer.unprocessedKeys(left));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return engine.query(request);
  }

  @Override
  public DynamoDbServiceClientConfiguration serviceClientConfiguration() {
    return engine.serviceClientConfiguration();
  }

  @Override
  public String serviceName() {
    return engine.serviceName();
  }

  @Override
  public void close() {}
}
