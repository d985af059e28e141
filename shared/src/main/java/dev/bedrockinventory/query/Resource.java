package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.Optional;

/**
 * One resource with its present state, or its last one if it is deleted.
 *
 * @param scope its scope
 * @param head the state
 * @param deletedAt when its deletion was observed, absent while it lives
 */
public record Resource(Scope scope, Head head, Optional<Instant> deletedAt) {
  /** A live resource. */
  static Resource live(Scope scope, Head head) {
    return new Resource(scope, head, Optional.empty());
  }

  /** A deleted resource. */
  static Resource deleted(Scope scope, Tombstone tombstone) {
    return new Resource(scope, tombstone.last(), Optional.of(tombstone.deletedAt()));
  }
}
