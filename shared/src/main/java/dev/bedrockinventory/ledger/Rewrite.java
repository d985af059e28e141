package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;

/** One item that a repair writes or deletes. */
public sealed interface Rewrite {
  /** The key of the item of a resource of this scope. */
  ItemKey key(Scope scope);

  /** Writes a head. */
  record OfHead(Head head) implements Rewrite {
    @Override
    public ItemKey key(Scope scope) {
      return ItemKey.head(scope, head.arn());
    }
  }

  /** Writes a tombstone. */
  record OfTombstone(Tombstone tombstone) implements Rewrite {
    @Override
    public ItemKey key(Scope scope) {
      return ItemKey.tombstone(scope, tombstone.last().arn());
    }
  }

  /** Writes the mark that a resource was ever recorded. */
  record OfKnown(Arn arn) implements Rewrite {
    @Override
    public ItemKey key(Scope scope) {
      return ItemKey.known(scope, arn);
    }
  }

  /** Writes a route. */
  record OfRoute(Route route) implements Rewrite {
    @Override
    public ItemKey key(Scope scope) {
      return ItemKey.route(route.modelId(), route.profile());
    }
  }

  /** Deletes an item that should not be there. */
  record Removal(ItemKey item) implements Rewrite {
    @Override
    public ItemKey key(Scope scope) {
      return item;
    }
  }
}
