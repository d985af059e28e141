package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Sha256;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The digest of an item, which it carries as an attribute, so that an edit of any other shows. A
 * seal guards against edits by hand; who knows how it is made can make a new one, and is then found
 * by what else depends on the item.
 */
final class Checksum {
  private Checksum() {}

  /** SHA-256 of the canonical JSON of the item's strings and numbers, in DynamoDB's spelling. */
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
