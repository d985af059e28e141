package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
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
 * The requests to one table: strongly consistent, their consumption summed up, their failures said
 * in one line. Requests that fail tell no consumption.
 */
final class TableClient {
  /** The most keys of one BatchGetItem (API reference). */
  private static final int MOST_KEYS = 100;

  /** How often in a row nothing is got done before the table counts as unavailable. */
  private static final int MOST_REPEATS = 8;

  private final DynamoDbClient client;
  private final String table;
  private final Backoff pause;
  private double read;
  private double written;

  /** Requests that rest as told before they are repeated. */
  TableClient(DynamoDbClient client, String table, Backoff pause) {
    this.client = client;
    this.table = table;
    this.pause = pause;
  }

  /** Requests that are repeated at once, where what stands in the way is rare and short. */
  TableClient(DynamoDbClient client, String table) {
    this(client, table, retry -> {});
  }

  String table() {
    return table;
  }

  Consumed consumed() {
    return new Consumed(read, written);
  }

  Optional<Map<String, AttributeValue>> find(ItemKey key) {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(key.attributes())
            .consistentRead(true)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    var answer = translated(dynamo -> dynamo.getItem(request));
    read += units(answer.consumedCapacity());
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }

  /** The items that a query finds, read page after page while they are consumed. */
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
    var answer = translated(dynamo -> dynamo.query(request));
    read += units(answer.consumedCapacity());
    return answer;
  }

  /** Those of the items that exist, in no order. */
  List<Map<String, AttributeValue>> find(Collection<ItemKey> keys) {
    var wanted = new ArrayList<>(keys.stream().distinct().map(ItemKey::attributes).toList());
    var found = new ArrayList<Map<String, AttributeValue>>();
    var repeats = 0;
    while (!wanted.isEmpty()) {
      var asked = wanted.subList(0, Math.min(MOST_KEYS, wanted.size()));
      var request = batch(List.copyOf(asked));
      asked.clear();
      var answer = translated(dynamo -> dynamo.batchGetItem(request));
      answer.consumedCapacity().forEach(consumed -> read += units(consumed));
      var items = answer.responses().values().stream().flatMap(List::stream).toList();
      found.addAll(items);
      answer.unprocessedKeys().values().forEach(left -> wanted.addAll(left.keys()));
      if (!items.isEmpty() || answer.unprocessedKeys().isEmpty()) {
        repeats = 0;
      } else {
        pause.before(++repeats);
        requireAnswer(repeats);
      }
    }
    return found;
  }

  private BatchGetItemRequest batch(List<Map<String, AttributeValue>> keys) {
    return BatchGetItemRequest.builder()
        .requestItems(
            Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build()))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private void requireAnswer(int repeats) {
    if (repeats > MOST_REPEATS) {
      throw new LedgerUnavailableException(
          "table '%s': it left keys unread %d times in a row; try again later"
              .formatted(table, repeats),
          new IllegalStateException("unprocessed keys"));
    }
  }

  /** Writes an item that must not exist yet; whether it did not. */
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

  /** Writes an item, whatever was there. */
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

  /** Deletes an item, if it is there. */
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

  /** Updates an item; whether its condition held. */
  boolean update(Update update) {
    return conditional(dynamo -> dynamo.updateItem(update.request(table)).consumedCapacity());
  }

  /** A transaction on the same item stands in the way of a single write: it is only repeated. */
  private boolean conditional(Function<DynamoDbClient, ConsumedCapacity> write) {
    return translated(dynamo -> {
      for (var attempt = 1; ; attempt++) {
        try {
          written += units(write.apply(dynamo));
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

  /** Sends a transaction; its failures are the caller's to judge. */
  void transact(TransactWriteItemsRequest request) {
    client
        .transactWriteItems(request)
        .consumedCapacity()
        .forEach(consumed -> written += units(consumed));
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

  /** Engines that do not count tell nothing. */
  private static double units(@Nullable ConsumedCapacity consumed) {
    return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
  }
}
