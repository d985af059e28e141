package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Reads the items of many keys in batches, all batches at the same time. */
final class BatchRead {
  /** The maximum number of keys of one BatchGetItem (API reference). */
  private static final int MOST_KEYS = 100;

  private BatchRead() {}

  /** What the keys have, in no order. */
  static <K, V> List<V> of(Collection<K> keys, Function<List<K>, Stream<V>> read) {
    var batches = keys.stream().distinct().gather(Gatherers.windowFixed(MOST_KEYS)).toList();
    return Parallel.map(batches, batch -> read.apply(batch).toList()).stream()
        .flatMap(List::stream)
        .toList();
  }
}
