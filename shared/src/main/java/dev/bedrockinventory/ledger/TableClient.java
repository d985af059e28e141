package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Sends the requests to one table: strongly consistent, with the total consumed capacity. A failure
 * becomes a message of one line. Failed requests report no consumed capacity.
 */
final class TableClient {
  /** The maximum number of keys of one BatchGetItem (API reference). */
  private static final int MOST_KEYS = 100;

  /** The number of attempts without progress after which the table counts as unavailable. */
  private static final int MOST_REPEATS = 8;

  private final DynamoDbClient client;
  private final String table;
  private final Backoff pause;
  private final DoubleAdder read = new DoubleAdder();
  private final DoubleAdder written = new DoubleAdder();

  /** A client that waits before each retry. */
  TableClient(DynamoDbClient client, String table, Backoff pause) {
    this.client = client;
    this.table = table;
    this.pause = pause;
  }

  /** A client that retries at once, for callers whose conflicts are rare and short. */
  TableClient(DynamoDbClient client, String table) {
    this(client, table, retry -> {});
  }

  String table() {
    return table;
  }

  Consumed consumed() {
    return new Consumed(read.sum(), written.sum());
  }

  Optional<Map<String, AttributeValue>> find(ItemKey key) {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(key.attributes())
            .consistentRead(true)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    var response = translated(dynamo -> dynamo.getItem(request));
    read.add(units(response.consumedCapacity()));
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }

  /** The items of a query, read page by page while the stream is consumed. */
  Stream<Map<String, AttributeValue>> query(QueryRequest query) {
    var pages =
        Spliterators.spliteratorUnknownSize(new QueryPages(query, this::page), Spliterator.ORDERED);
    return StreamSupport.stream(pages, false).flatMap(List::stream);
  }

  private QueryResponse page(QueryRequest query) {
    var request =
        query.toBuilder()
            .tableName(table)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    var response = translated(dynamo -> dynamo.query(request));
    read.add(units(response.consumedCapacity()));
    return response;
  }

  /** The existing items of these keys, in no order. */
  List<Map<String, AttributeValue>> find(Collection<ItemKey> keys) {
    return find(keys, List.of());
  }

  /** The same with these attributes only; none: all. */
  List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
    var wanted = new ArrayList<>(keys.stream().distinct().map(ItemKey::attributes).toList());
    var found = new ArrayList<Map<String, AttributeValue>>();
    var repeats = 0;
    while (!wanted.isEmpty()) {
      var asked = wanted.subList(0, Math.min(MOST_KEYS, wanted.size()));
      var request = batch(List.copyOf(asked), attributes);
      asked.clear();
      var response = translated(dynamo -> dynamo.batchGetItem(request));
      response.consumedCapacity().forEach(consumed -> read.add(units(consumed)));
      var items = response.responses().values().stream().flatMap(List::stream).toList();
      found.addAll(items);
      response.unprocessedKeys().values().forEach(left -> wanted.addAll(left.keys()));
      if (!items.isEmpty() || response.unprocessedKeys().isEmpty()) {
        repeats = 0;
      } else {
        pause.before(++repeats);
        requireProgress(repeats);
      }
    }
    return found;
  }

  private BatchGetItemRequest batch(
      List<Map<String, AttributeValue>> keys, List<String> attributes) {
    var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true);
    if (!attributes.isEmpty()) {
      // Some names are reserved words of DynamoDB's expressions.
      wanted
          .projectionExpression("#" + String.join(", #", attributes))
          .expressionAttributeNames(
              attributes.stream().collect(Collectors.toMap(name -> "#" + name, name -> name)));
    }
    return BatchGetItemRequest.builder()
        .requestItems(Map.of(table, wanted.build()))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private void requireProgress(int repeats) {
    if (repeats > MOST_REPEATS) {
      throw new LedgerUnavailableException(
          "table '%s' returned none of the requested keys %d times in a row; try again later"
              .formatted(table, repeats),
          new IllegalStateException("unprocessed keys"));
    }
  }

  /** Puts an item if it does not exist; returns whether it was put. */
  boolean putNew(Map<String, AttributeValue> item) {
    return conditional(dynamo ->
        dynamo
            .putItem(request ->
                request
                    .tableName(table)
                    .item(item)
                    .conditionExpression(ItemWrite.Condition.ABSENT)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  /** Puts an item without a condition. */
  void put(Map<String, AttributeValue> item) {
    conditional(dynamo ->
        dynamo
            .putItem(request ->
                request
                    .tableName(table)
                    .item(item)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  /** Deletes an item if it exists. */
  void delete(ItemKey key) {
    conditional(dynamo ->
        dynamo
            .deleteItem(request ->
                request
                    .tableName(table)
                    .key(key.attributes())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  /** Updates an item; returns whether its condition held. */
  boolean update(Update update) {
    return conditional(dynamo -> dynamo.updateItem(update.request(table)).consumedCapacity());
  }

  /** A write that conflicts with a transaction on the same item is retried. */
  private boolean conditional(Function<DynamoDbClient, ConsumedCapacity> write) {
    return translated(dynamo -> {
      for (var attempt = 1; ; attempt++) {
        try {
          written.add(units(write.apply(dynamo)));
          return true;
        } catch (ConditionalCheckFailedException e) {
          return false;
        } catch (TransactionConflictException e) {
          if (attempt == MOST_REPEATS) {
            throw e;
          }
          pause.before(attempt);
        }
      }
    });
  }

  /** Sends a transaction; the caller handles its failures. */
  void transact(TransactWriteItemsRequest request) {
    client
        .transactWriteItems(request)
        .consumedCapacity()
        .forEach(consumed -> written.add(units(consumed)));
  }

  LedgerUnavailableException unavailable(SdkException e) {
    return LedgerErrors.because(e, client, table);
  }

  private <T> T translated(Function<DynamoDbClient, T> request) {
    try {
      return request.apply(client);
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  /** DynamoDB-compatible databases may report no consumed capacity. */
  private static double units(@Nullable ConsumedCapacity consumed) {
    return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
  }
}
