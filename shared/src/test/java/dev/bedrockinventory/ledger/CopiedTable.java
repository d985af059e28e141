package dev.bedrockinventory.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A copy of a real table in memory, cheap to damage and to query thousands of times. It supports
 * the requests of the ledger's reader, in the same order and pages as the table, and refuses all
 * others; it reports no consumed capacity. Tests may read one copy from several threads, and change
 * only their own.
 */
public final class CopiedTable implements DynamoDbClient {
  /** A page ends behind the item that exceeds it (API reference, Query). */
  private static final long MOST_BYTES = 1 << 20;

  /** The maximum number of items of one BatchWriteItem (API reference). */
  private static final int MOST_WRITES = 25;

  /** DynamoDB sorts strings by their bytes in UTF-8. */
  private static final Comparator<String> BYTES =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final String table;
  private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> partitions =
      new TreeMap<>(BYTES);

  /** Nothing yet. */
  CopiedTable(String table) {
    this.table = table;
  }

  /** Copies all items. */
  public static CopiedTable of(LocalTable table) {
    var copy = new CopiedTable(table.name());
    table
        .client()
        .scanPaginator(request -> request.tableName(table.name()))
        .items()
        .forEach(copy::put);
    return copy;
  }

  /** Another copy of the same items. */
  public CopiedTable copy() {
    var copy = new CopiedTable(table);
    partitions.forEach((pk, items) -> copy.partitions.put(pk, new TreeMap<>(items)));
    return copy;
  }

  /** This copy as a table. */
  public LocalTable asTable() {
    return new LocalTable(this, table);
  }

  /** A reader of this copy. */
  public LedgerReader reader() {
    return asTable().reader();
  }

  /** Writes all items to another table. */
  public void writeTo(LocalTable other) {
    var left = new ArrayList<>(all());
    while (!left.isEmpty()) {
      var some = left.subList(0, Math.min(MOST_WRITES, left.size()));
      var puts =
          some.stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      var response =
          other.client().batchWriteItem(write -> write.requestItems(Map.of(other.name(), puts)));
      if (!response.unprocessedItems().isEmpty()) {
        throw new AssertionError("DynamoDB Local writes every batch in full");
      }
      some.clear();
    }
  }

  /** All items, each partition in the order of its keys. */
  public List<Map<String, AttributeValue>> all() {
    return stream().toList();
  }

  /** The item, which must exist. */
  public Map<String, AttributeValue> get(ItemKey key) {
    return find(key.pk(), key.sk()).orElseThrow(() -> new AssertionError("no item " + key));
  }

  /** Adds or replaces an item. */
  public void put(Map<String, AttributeValue> item) {
    partitions
        .computeIfAbsent(text(item, TableLayout.PARTITION_KEY), _ -> new TreeMap<>(BYTES))
        .put(text(item, TableLayout.SORT_KEY), item);
  }

  /** Adds or replaces the item of this key by one with these attributes. */
  public void put(ItemKey key, Map<String, AttributeValue> attributes) {
    var item = new HashMap<>(attributes);
    item.putAll(key.attributes());
    put(item);
  }

  /** Replaces an existing attribute of an item. */
  public void replace(ItemKey key, String name, AttributeValue value) {
    var item = new HashMap<>(get(key));
    Objects.requireNonNull(item.put(name, value), () -> name + " of " + key);
    put(item);
  }

  /** Sets one attribute of an existing item. */
  public void set(ItemKey key, String name, AttributeValue value) {
    var item = new HashMap<>(get(key));
    item.put(name, value);
    put(item);
  }

  /** Removes one attribute of an existing item. */
  public void remove(ItemKey key, String name) {
    var item = new HashMap<>(get(key));
    item.remove(name);
    put(item);
  }

  /** Removes an existing item. */
  public void remove(ItemKey key) {
    get(key);
    partitions.getOrDefault(key.pk(), new TreeMap<>()).remove(key.sk());
  }

  /** The key of an item. */
  public static ItemKey key(Map<String, AttributeValue> item) {
    return new ItemKey(text(item, TableLayout.PARTITION_KEY), text(item, TableLayout.SORT_KEY));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    requireTable(request.tableName());
    var response = GetItemResponse.builder();
    find(request.key()).ifPresent(response::item);
    return response.build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var found = new HashMap<String, List<Map<String, AttributeValue>>>();
    request
        .requestItems()
        .forEach((name, wanted) -> {
          requireTable(name);
          found.put(
              name,
              wanted.keys().stream()
                  .flatMap(key -> find(key).stream())
                  .map(item ->
                      projected(
                          item, wanted.projectionExpression(), wanted.expressionAttributeNames()))
                  .toList());
        });
    return BatchGetItemResponse.builder().responses(found).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    requireTable(request.tableName());
    var isIndex = request.indexName() != null;
    var matching = new ArrayList<>(isIndex ? index(request) : partition(request));
    if (Boolean.FALSE.equals(request.scanIndexForward())) {
      matching = new ArrayList<>(matching.reversed());
    }
    if (request.hasExclusiveStartKey()) {
      var start = key(request.exclusiveStartKey());
      while (!key(matching.removeFirst()).equals(start)) {}
    }
    var page = page(matching, request.limit() == null ? Integer.MAX_VALUE : request.limit());
    var response = QueryResponse.builder();
    if (page.size() < matching.size() || Objects.equals(request.limit(), page.size())) {
      response.lastEvaluatedKey(keyOf(page.getLast(), isIndex));
    }
    return response
        .items(
            page.stream()
                .filter(item -> admits(request, item))
                .map(item ->
                    projected(
                        item, request.projectionExpression(), request.expressionAttributeNames()))
                .toList())
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private List<Map<String, AttributeValue>> partition(QueryRequest request) {
    var values = request.expressionAttributeValues();
    var items = partitions.getOrDefault(text(values, ":pk"), new TreeMap<>(BYTES));
    return switch (request.keyConditionExpression()) {
      case "pk = :pk" -> List.copyOf(items.values());
      case "pk = :pk AND begins_with(sk, :prefix)" ->
          items.tailMap(text(values, ":prefix")).entrySet().stream()
              .takeWhile(item -> item.getKey().startsWith(text(values, ":prefix")))
              .map(Map.Entry::getValue)
              .toList();
      case "pk = :pk AND sk BETWEEN :first AND :last" ->
          List.copyOf(
              items.subMap(text(values, ":first"), true, text(values, ":last"), true).values());
      default -> throw new UnsupportedOperationException(request.keyConditionExpression());
    };
  }

  private List<Map<String, AttributeValue>> index(QueryRequest request) {
    var values = request.expressionAttributeValues();
    var first =
        switch (request.keyConditionExpression()) {
          case "changeDay = :changeDay" -> "";
          case "changeDay = :changeDay AND changeKey >= :first" -> text(values, ":first");
          default -> throw new UnsupportedOperationException(request.keyConditionExpression());
        };
    var day = text(values, ":changeDay");
    return stream()
        .filter(item -> isText(item, TableLayout.CHANGE_KEY))
        .filter(item -> text(item, TableLayout.CHANGE_DAY).equals(day))
        .filter(item -> BYTES.compare(text(item, TableLayout.CHANGE_KEY), first) >= 0)
        .sorted(Comparator.comparing(item -> text(item, TableLayout.CHANGE_KEY), BYTES))
        .map(item -> with(item, TableLayout.CHANGES_PROJECTION))
        .toList();
  }

  private static List<Map<String, AttributeValue>> page(
      List<Map<String, AttributeValue>> matching, int limit) {
    var bytes = 0L;
    var count = 0;
    while (count < Math.min(limit, matching.size()) && bytes <= MOST_BYTES) {
      bytes += ItemSize.of(matching.get(count++));
    }
    return matching.subList(0, count);
  }

  private static boolean admits(QueryRequest request, Map<String, AttributeValue> item) {
    return switch (request.filterExpression()) {
      case null -> true;
      case "observedAt <= :until" ->
          isText(item, TableLayout.OBSERVED_AT)
              && BYTES.compare(
                      text(item, TableLayout.OBSERVED_AT),
                      text(request.expressionAttributeValues(), ":until"))
                  <= 0;
      default -> throw new UnsupportedOperationException(request.filterExpression());
    };
  }

  private static Map<String, AttributeValue> projected(
      Map<String, AttributeValue> item, @Nullable String expression, Map<String, String> names) {
    return expression == null
        ? item
        : with(
            item,
            Stream.of(expression.split(", ")).map(name -> names.getOrDefault(name, name)).toList());
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, List<String> names) {
    var some = new HashMap<>(item);
    some.keySet().retainAll(names);
    return some;
  }

  private static Map<String, AttributeValue> keyOf(
      Map<String, AttributeValue> item, boolean isIndex) {
    var names = new ArrayList<>(List.of(TableLayout.PARTITION_KEY, TableLayout.SORT_KEY));
    if (isIndex) {
      names.addAll(List.of(TableLayout.CHANGE_DAY, TableLayout.CHANGE_KEY));
    }
    return with(item, names);
  }

  private void requireTable(String name) {
    if (!name.equals(table)) {
      throw ResourceNotFoundException.builder()
          .message("Cannot do operations on a non-existent table")
          .build();
    }
  }

  private Stream<Map<String, AttributeValue>> stream() {
    return partitions.values().stream().flatMap(items -> items.values().stream());
  }

  private Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> key) {
    return find(text(key, TableLayout.PARTITION_KEY), text(key, TableLayout.SORT_KEY));
  }

  private Optional<Map<String, AttributeValue>> find(String pk, String sk) {
    return Optional.ofNullable(partitions.get(pk)).map(items -> items.get(sk));
  }

  private static boolean isText(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value != null && value.s() != null;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return isText(item, name) ? Objects.requireNonNull(item.get(name)).s() : "";
  }
}
