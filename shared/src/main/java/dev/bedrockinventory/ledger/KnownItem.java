package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The mark that a resource was ever recorded, written once with its first revision, so that
 * verification can report a head or a history that was removed.
 */
record KnownItem(Scope scope) implements Codec<Arn> {
  @Override
  public Map<String, AttributeValue> encode(Arn arn) {
    return new ItemWriter(ItemKey.known(scope, arn)).text(AttributeNames.ARN, arn.text()).build();
  }

  @Override
  public Arn decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return reader.value(AttributeNames.ARN, reader.text(AttributeNames.ARN), Arn::new);
  }
}
