package dev.bedrockinventory.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The values that were used last, up to a number: what belongs to an account and region must not
 * grow with the number of accounts. A value that was dropped is created again. Thread-safe; values
 * are created one at a time.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class RecentlyUsed<K, V> {
  private final Function<K, V> create;
  private final Map<K, V> values;

  /**
   * An empty cache.
   *
   * @param most how many values are kept
   * @param create creates the value of a key
   */
  public RecentlyUsed(int most, Function<K, V> create) {
    this.create = create;
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key. */
  public synchronized V get(K key) {
    var value = values.get(key);
    if (value == null) {
      value = create.apply(key);
      values.put(key, value);
    }
    return value;
  }
}
