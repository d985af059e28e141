package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LocalTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A copy of a real table in memory, cheap to damage and query thousands of times. It supports only
 * the key conditions that the ledger's reader uses.
 */
public final class CopiedTable implements DynamoDbClient {
  private final SortedMap<String, Map<String, AttributeValue>> items = new TreeMap<>();

  public static CopiedTable of(LocalTable table) {
    var copy = new CopiedTable();
    table
        .client()
        .scanPaginator(request -> request.tableName(table.name()))
        .items()
        .forEach(copy::put);
    return copy;
  }

  CopiedTable copy() {
    var copy = new CopiedTable();
    copy.items.putAll(items);
    return copy;
  }

  List<Map<String, AttributeValue>> all() {
    return List.copyOf(items.values());
  }

  Map<String, AttributeValue> get(ItemKey key) {
    return Objects.requireNonNull(items.get(name(key.pk(), key.sk())), key::toString);
  }

  void put(Map<String, AttributeValue> item) {
    items.put(name(item), item);
  }

  void put(ItemKey key, Map<String, AttributeValue> attributes) {
    var item = new HashMap<>(attributes);
    item.put("pk", AttributeValue.fromS(key.pk()));
    item.put("sk", AttributeValue.fromS(key.sk()));
    put(item);
  }

  void remove(ItemKey key) {
    items.remove(name(key.pk(), key.sk()));
  }

  static ItemKey key(Map<String, AttributeValue> item) {
    return new ItemKey(text(item, "pk"), text(item, "sk"));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var item = items.get(name(request.key()));
    return item == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var found = new HashMap<String, List<Map<String, AttributeValue>>>();
    request
        .requestItems()
        .forEach((table, wanted) ->
            found.put(
                table,
                wanted.keys().stream()
                    .map(key -> items.get(name(key)))
                    .filter(Objects::nonNull)
                    .toList()));
    return BatchGetItemResponse.builder().responses(found).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var values = request.expressionAttributeValues();
    var found =
        switch (request.keyConditionExpression()) {
          case "pk = :pk" -> in(text(values, ":pk"));
          case "pk = :pk AND begins_with(sk, :prefix)" ->
              in(text(values, ":pk"))
                  .filter(item -> text(item, "sk").startsWith(text(values, ":prefix")));
          case "pk = :pk AND sk BETWEEN :first AND :last" ->
              in(text(values, ":pk"))
                  .filter(item -> text(item, "sk").compareTo(text(values, ":first")) >= 0)
                  .filter(item -> text(item, "sk").compareTo(text(values, ":last")) <= 0);
          case "changeDay = :day" ->
              items.values().stream()
                  .filter(item -> item.containsKey("changeKey"))
                  .filter(item -> text(item, "changeDay").equals(text(values, ":day")));
          default -> throw new UnsupportedOperationException(request.keyConditionExpression());
        };
    return QueryResponse.builder().items(found.toList()).build();
  }

  @Override
  public String serviceName() {
    return "items";
  }

  @Override
  public void close() {}

  private Stream<Map<String, AttributeValue>> in(String pk) {
    return items.values().stream().filter(item -> text(item, "pk").equals(pk));
  }

  private static String name(Map<String, AttributeValue> item) {
    return name(text(item, "pk"), text(item, "sk"));
  }

  private static String name(String pk, String sk) {
    return pk + "\n" + sk;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }
}
