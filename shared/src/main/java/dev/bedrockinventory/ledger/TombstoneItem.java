package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tombstone item of a deleted resource.
 *
 * @param scope the scope that the resource belonged to
 */
record TombstoneItem(Scope scope) implements Codec<Tombstone> {
  @Override
  public Map<String, AttributeValue> encode(Tombstone tombstone) {
    return HeadItem.write(ItemKey.tombstone(scope, tombstone.last().arn()), tombstone.last())
        .instant(AttributeNames.DELETED_AT, tombstone.deletedAt())
        .sealed();
  }

  @Override
  public Tombstone decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return new Tombstone(HeadItem.read(reader), reader.instant(AttributeNames.DELETED_AT));
  }
}
