package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Sha256;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The checksum of an item, stored as one of its attributes, which reveals an edit of any other. It
 * is not keyed: somebody who knows how it is computed can compute it again, and is then found by
 * the chain and by the items that depend on this one.
 */
final class Seal {
  private Seal() {}

  /** SHA-256 of the canonical JSON of the item's strings and numbers in DynamoDB's format. */
  static String of(Map<String, AttributeValue> item) {
    var tree = JsonNodeFactory.instance.objectNode();
    item.forEach((name, value) ->
        tree.putObject(name)
            .put(
                value.type().name(),
                value.type() == AttributeValue.Type.N ? value.n() : value.s()));
    return Sha256.of(CanonicalJson.write(tree));
  }
}
