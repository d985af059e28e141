package dev.bedrockinventory.simulator.world;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tags of one account and region, and the index of the tagging service. The index contains
 * every resource that is or once was tagged, and lags while it is frozen. {@link RegionState}
 * guards it.
 */
final class Tags {
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private Optional<NavigableMap<String, Map<String, String>>> frozen = Optional.empty();

  Map<String, String> of(String arn) {
    var found = tags.getOrDefault(arn, Map.of());
    return Collections.unmodifiableMap(new TreeMap<>(found));
  }

  void add(String arn, Map<String, String> more) {
    if (!more.isEmpty()) {
      tags.computeIfAbsent(arn, _ -> new TreeMap<>()).putAll(more);
    }
  }

  void remove(String arn, Collection<String> keys) {
    tags.computeIfPresent(
        arn,
        (_, present) -> {
          present.keySet().removeAll(keys);
          return present;
        });
  }

  void forget(String arn) {
    tags.remove(arn);
  }

  void clear() {
    tags.clear();
  }

  NavigableMap<String, Map<String, String>> index() {
    return frozen.orElseGet(this::copy);
  }

  void freeze() {
    frozen = Optional.of(copy());
  }

  void thaw() {
    frozen = Optional.empty();
  }

  private NavigableMap<String, Map<String, String>> copy() {
    var copy = new TreeMap<String, Map<String, String>>();
    tags.keySet().forEach(arn -> copy.put(arn, of(arn)));
    return copy;
  }
}
