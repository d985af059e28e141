package dev.bedrockinventory.ledger;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index {@code changes}: a projection of a revision's item. */
final class ChangeItem implements Codec<ChangeEntry> {
  @Override
  public Map<String, AttributeValue> encode(ChangeEntry entry) {
    return RevisionItem.write(entry).build();
  }

  @Override
  public ChangeEntry decode(Map<String, AttributeValue> item) {
    return RevisionItem.read(new ItemReader(item));
  }
}
