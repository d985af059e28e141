package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.ItemWrite;
import dev.bedrockinventory.ledger.Query;
import dev.bedrockinventory.ledger.TransactionOutcome;
import dev.bedrockinventory.ledger.Update;
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
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The store in one table: its reads are strongly consistent, its requests return the consumed
 * capacity. A failure becomes a message of one line. Failed requests report no consumed capacity.
 * Thread-safe.
 */
public final class DynamoStore implements ItemStore {
  /** The maximum number of keys of one BatchGetItem (API reference). */
  private static final int MOST_KEYS = 100;

  /** The number of attempts without progress after which the table counts as unavailable. */
  private static final int MOST_REPEATS = 8;

  private final DynamoDbClient client;
  private final String table;
  private final Backoff pause;
  private final DoubleAdder read = new DoubleAdder();
  private final DoubleAdder written = new DoubleAdder();

  /** A store that waits before each retry. */
  public DynamoStore(DynamoDbClient client, String table, Backoff pause) {
    this.client = client;
    this.table = table;
    this.pause = pause;
  }

  /** A store that retries at once, for callers whose conflicts are rare and short. */
  public DynamoStore(DynamoDbClient client, String table) {
    this(client, table, retry -> {});
  }

  @Override
  public String name() {
    return LedgerErrors.name(client, table);
  }

  @Override
  public Consumed consumed() {
    return new Consumed(read.sum(), written.sum());
  }

  @Override
  public Optional<Map<String, AttributeValue>> find(ItemKey key) {
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

  @Override
  public Stream<Map<String, AttributeValue>> query(Query query) {
    var pages =
        Spliterators.spliteratorUnknownSize(
            new QueryPages(QueryRequests.of(query, table), this::page), Spliterator.ORDERED);
    return StreamSupport.stream(pages, false).flatMap(List::stream);
  }

  private QueryResponse page(QueryRequest request) {
    var response = translated(dynamo -> dynamo.query(request));
    read.add(units(response.consumedCapacity()));
    return response;
  }

  @Override
  public List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
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
    var expressions = new Expressions();
    var wanted =
        KeysAndAttributes.builder()
            .keys(keys)
            .consistentRead(true)
            .projectionExpression(expressions.projection(attributes).orElse(null))
            .expressionAttributeNames(expressions.names());
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

  @Override
  public boolean write(ItemWrite write) {
    var action = WriteRequests.action(write, table);
    return conditional(dynamo ->
        switch (write) {
          case ItemWrite.PutItem _ ->
              dynamo.putItem(WriteRequests.single(action.put())).consumedCapacity();
          case ItemWrite.DeleteItem _ ->
              dynamo.deleteItem(WriteRequests.single(action.delete())).consumedCapacity();
          case Update _ ->
              dynamo.updateItem(WriteRequests.single(action.update())).consumedCapacity();
        });
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

  @Override
  public TransactionOutcome write(List<ItemWrite> writes, String token) {
    try {
      client
          .transactWriteItems(WriteRequests.transaction(writes, token, table))
          .consumedCapacity()
          .forEach(consumed -> written.add(units(consumed)));
      return new TransactionOutcome.Written();
    } catch (SdkException e) {
      return TransactionFailures.outcome(e, this::unavailable);
    }
  }

  private LedgerUnavailableException unavailable(SdkException e) {
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
