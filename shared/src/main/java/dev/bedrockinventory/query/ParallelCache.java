package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values of the most recently used keys, each read when it is first needed, or several at the same
 * time. Not thread-safe, but its reads run in parallel.
 */
final class ParallelCache<K, V> {
  private static final int MAX_VALUES = 1_000;

  private final Function<K, V> read;
  private final Map<K, V> values =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MAX_VALUES;
        }
      };

  ParallelCache(Function<K, V> read) {
    this.read = read;
  }

  /** Reads the values of these keys at the same time, as far as they are not cached. */
  void prepare(Stream<K> keys) {
    var missing = keys.distinct().filter(key -> !values.containsKey(key)).toList();
    var found = Parallel.map(missing, read);
    for (var index = 0; index < missing.size(); index++) {
      values.put(missing.get(index), found.get(index));
    }
  }

  /** The value of a key; reads it if it is not cached. */
  V get(K key) {
    return values.computeIfAbsent(key, read);
  }
}
