package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.Optional;

/**
 * One resource: the current state of a live one, the last state of a deleted one.
 *
 * @param scope its scope
 * @param head the state
 * @param deletedAt when its deletion was observed, absent while it exists
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
