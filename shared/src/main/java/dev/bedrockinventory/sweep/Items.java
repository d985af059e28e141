package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Heads or tombstones as they were read. A damaged one is not believed: its resource is left out,
 * and it is named.
 *
 * @param <T> head or tombstone
 * @param intact the undamaged ones
 * @param damaged the damage of the others in one line, by the id of the resource
 */
public record Items<T>(SortedMap<Arn, T> intact, SortedMap<String, String> damaged) {
  /** Copies the maps. */
  public Items {
    intact = Collections.unmodifiableSortedMap(new TreeMap<>(intact));
    damaged = Collections.unmodifiableSortedMap(new TreeMap<>(damaged));
  }
}
