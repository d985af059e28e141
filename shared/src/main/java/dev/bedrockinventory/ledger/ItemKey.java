package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;

/**
 * The name of one item of the table.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record ItemKey(String pk, String sk) {
  /** The name of a scope's item. */
  public static ItemKey scope(Scope scope) {
    return new ItemKey("SCOPES", scope.key());
  }

  /** The name of the head of a live resource. */
  public static ItemKey head(Scope scope, Arn arn) {
    return new ItemKey("SCOPE#" + scope.key(), "HEAD#" + arn.id());
  }

  /** The name of the tombstone of a deleted resource. */
  public static ItemKey tombstone(Scope scope, Arn arn) {
    return new ItemKey("SCOPE#" + scope.key(), "GONE#" + arn.id());
  }

  /** The name of one revision of a resource. */
  public static ItemKey revision(Arn arn, long number) {
    return new ItemKey("RESOURCE#" + arn, "REVISION#%010d".formatted(number));
  }

  /** The name of the route from a profile to a model. */
  public static ItemKey route(String modelId, Arn profile) {
    return new ItemKey("MODEL#" + modelId, profile.text());
  }

  /** The name as messages and reports write it. */
  @Override
  public String toString() {
    return pk + " / " + sk;
  }
}
