package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.DelegatingStore;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store with the reads that it received. Thread-safe. */
final class RequestLog extends DelegatingStore {
  private final ItemStore store;
  private final Collection<Read> reads = new ConcurrentLinkedQueue<>();

  RequestLog(ItemStore store) {
    this.store = store;
  }

  @Override
  protected ItemStore store() {
    return store;
  }

  /** A read of the store. */
  sealed interface Read {
    /** A query. */
    record Queried(Query query) implements Read {}

    /** A read of one item, or of several, with these attributes; none: all. */
    record Found(List<ItemKey> keys, List<String> attributes) implements Read {}
  }

  /** All reads, in no order. */
  List<Read> reads() {
    return List.copyOf(reads);
  }

  /** The reads of several items. */
  Stream<Read.Found> found() {
    return reads.stream()
        .flatMap(read -> read instanceof Read.Found found ? Stream.of(found) : Stream.empty());
  }

  /** The queries. */
  Stream<Query> queries() {
    return reads.stream()
        .flatMap(
            read -> read instanceof Read.Queried(var query) ? Stream.of(query) : Stream.empty());
  }

  /** How many reads there are of each type. */
  Map<String, Long> counts() {
    return reads.stream()
        .map(read ->
            switch (read) {
              case Read.Queried(var query) -> type(query);
              case Read.Found(var keys, var _) ->
                  keys.stream()
                      .map(key -> "batches of " + type(key.pk(), key.sk()))
                      .distinct()
                      .collect(Collectors.joining(" and "));
            })
        .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
  }

  private static String type(Query query) {
    if (query.source() == Query.Source.CHANGES) {
      return "days";
    }
    return switch (query.range()) {
      case Query.Range.All _ -> type(query.partition(), "");
      case Query.Range.From(var first) -> type(query.partition(), first);
      case Query.Range.Between(var first, var _) -> type(query.partition(), first);
      case Query.Range.Prefix(var prefix) -> type(query.partition(), prefix);
    };
  }

  private static String type(String pk, String sk) {
    var types =
        Map.of(
            "SCOPES", "scopes",
            "DRIFT", "unmodeled members",
            "ATTEMPTS", "attempts",
            "REFUSALS", "counts of attempts",
            "HEAD#", "heads",
            "GONE#", "tombstones",
            "EVENT#", "evidence",
            "REVISION#", "revisions");
    return types.entrySet().stream()
        .filter(type -> pk.equals(type.getKey()) || sk.startsWith(type.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(pk + " " + sk);
  }

  @Override
  public Optional<Map<String, AttributeValue>> find(ItemKey key) {
    reads.add(new Read.Found(List.of(key), List.of()));
    return store.find(key);
  }

  @Override
  public List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
    reads.add(new Read.Found(List.copyOf(keys), attributes));
    return store.find(keys, attributes);
  }

  @Override
  public Stream<Map<String, AttributeValue>> query(Query query) {
    reads.add(new Read.Queried(query));
    return store.query(query);
  }
}
