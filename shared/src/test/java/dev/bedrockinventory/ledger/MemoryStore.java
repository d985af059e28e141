package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Instants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A store in memory, cheap to copy, to damage and to query thousands of times. It costs nothing.
 * Thread-safe.
 */
public final class MemoryStore implements ItemStore {
  /** DynamoDB sorts strings by their bytes in UTF-8. */
  private static final Comparator<String> BYTES =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private static final Comparator<Map<String, AttributeValue>> BY_CHANGE_KEY =
      Comparator.comparing(item -> text(item, TableLayout.CHANGE_KEY), BYTES);

  private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> partitions =
      new TreeMap<>(BYTES);

  /** Copies all items of a table. */
  public static MemoryStore of(LocalTable table) {
    var copy = new MemoryStore();
    table
        .client()
        .scanPaginator(request -> request.tableName(table.name()))
        .items()
        .forEach(copy::put);
    return copy;
  }

  /** Another store with the same items. */
  public synchronized MemoryStore copy() {
    var copy = new MemoryStore();
    partitions.forEach((pk, items) -> copy.partitions.put(pk, new TreeMap<>(items)));
    return copy;
  }

  /** A ledger in this store. */
  public StoredLedger ledger() {
    return new StoredLedger(this, _ -> {});
  }

  /** A reader of this store. */
  public LedgerReader reader() {
    return new LedgerReader(this);
  }

  /** Saves many events at once. */
  public void save(Stream<Evidence> events) {
    events.map(new EvidenceItem()::encode).forEach(this::put);
  }

  /** Writes all items to another store. */
  public void writeTo(ItemStore other) {
    all().forEach(item -> other.write(new ItemWrite.PutItem(item, Condition.NONE)));
  }

  /** All items, each partition in the order of its keys. */
  public synchronized List<Map<String, AttributeValue>> all() {
    return stream().toList();
  }

  /** The item, which must exist. */
  public Map<String, AttributeValue> get(ItemKey key) {
    return find(key).orElseThrow(() -> new AssertionError("no item " + key));
  }

  /** Adds or replaces an item. */
  public synchronized void put(Map<String, AttributeValue> item) {
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
    Objects.requireNonNull(get(key).get(name), () -> name + " of " + key);
    set(key, name, value);
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
  public synchronized void remove(ItemKey key) {
    get(key);
    partition(key.pk()).remove(key.sk());
  }

  /** The key of an item. */
  public static ItemKey key(Map<String, AttributeValue> item) {
    return new ItemKey(text(item, TableLayout.PARTITION_KEY), text(item, TableLayout.SORT_KEY));
  }

  @Override
  public String name() {
    return "the memory";
  }

  @Override
  public synchronized Optional<Map<String, AttributeValue>> find(ItemKey key) {
    return Optional.ofNullable(partition(key.pk()).get(key.sk()));
  }

  @Override
  public List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
    return keys.stream()
        .distinct()
        .flatMap(key -> find(key).stream())
        .map(item -> only(item, attributes))
        .toList();
  }

  @Override
  public synchronized Stream<Map<String, AttributeValue>> query(Query query) {
    var items = query.source() == Query.Source.ITEMS ? items(query) : changes(query);
    return (query.isNewestFirst() ? items.reversed() : items)
        .stream().filter(item -> admits(query, item)).map(item -> only(item, query.attributes()));
  }

  @Override
  public boolean write(ItemWrite write) {
    return lost(List.of(write)).isEmpty();
  }

  @Override
  public TransactionOutcome write(List<ItemWrite> writes, String token) {
    var lost = lost(writes);
    return lost.isEmpty() ? new TransactionOutcome.Written() : new TransactionOutcome.Lost(lost);
  }

  @Override
  public Consumed consumed() {
    return new Consumed(0, 0);
  }

  /** Writes all if all conditions hold, or returns the positions of those that do not. */
  private synchronized List<Integer> lost(List<ItemWrite> writes) {
    var lost =
        IntStream.range(0, writes.size())
            .filter(i ->
                !writes.get(i).conditions().stream()
                    .allMatch(condition -> condition.holds(stored(writes.get(i).key()))))
            .boxed()
            .toList();
    if (lost.isEmpty()) {
      writes.forEach(this::apply);
    }
    return lost;
  }

  private void apply(ItemWrite write) {
    switch (write) {
      case ItemWrite.PutItem(var item, var _) -> put(item);
      case Update update -> put(update.applied(stored(update.key())));
      case ItemWrite.DeleteItem(var key, var _) -> partition(key.pk()).remove(key.sk());
    }
  }

  private Map<String, AttributeValue> stored(ItemKey key) {
    return find(key).orElse(Map.of());
  }

  private List<Map<String, AttributeValue>> items(Query query) {
    var items = partition(query.partition());
    return switch (query.range()) {
      case Query.Range.All _ -> List.copyOf(items.values());
      case Query.Range.From(var first) -> List.copyOf(items.tailMap(first, true).values());
      case Query.Range.Between(var first, var last) ->
          List.copyOf(items.subMap(first, true, last, true).values());
      case Query.Range.Prefix(var prefix) ->
          items.tailMap(prefix, true).entrySet().stream()
              .takeWhile(item -> item.getKey().startsWith(prefix))
              .map(Map.Entry::getValue)
              .toList();
    };
  }

  private List<Map<String, AttributeValue>> changes(Query query) {
    var first =
        switch (query.range()) {
          case Query.Range.All _ -> "";
          case Query.Range.From(var from) -> from;
          case Query.Range.Between _, Query.Range.Prefix _ ->
              throw new UnsupportedOperationException(query.toString());
        };
    return stream()
        .filter(item -> isText(item, TableLayout.CHANGE_KEY))
        .filter(item -> text(item, TableLayout.CHANGE_DAY).equals(query.partition()))
        .filter(item -> BYTES.compare(text(item, TableLayout.CHANGE_KEY), first) >= 0)
        .sorted(BY_CHANGE_KEY)
        .map(item -> only(item, TableLayout.CHANGES_PROJECTION))
        .toList();
  }

  private static boolean admits(Query query, Map<String, AttributeValue> item) {
    return query
        .until()
        .map(until ->
            isText(item, TableLayout.OBSERVED_AT)
                && BYTES.compare(text(item, TableLayout.OBSERVED_AT), Instants.text(until)) <= 0)
        .orElse(true);
  }

  private static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, List<String> names) {
    if (names.isEmpty()) {
      return item;
    }
    var some = new HashMap<>(item);
    some.keySet().retainAll(names);
    return some;
  }

  private NavigableMap<String, Map<String, AttributeValue>> partition(String pk) {
    return partitions.getOrDefault(pk, new TreeMap<>(BYTES));
  }

  private Stream<Map<String, AttributeValue>> stream() {
    return partitions.values().stream().flatMap(items -> items.values().stream());
  }

  private static boolean isText(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value != null && value.s() != null;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return isText(item, name) ? Objects.requireNonNull(item.get(name)).s() : "";
  }
}
