package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The head item of a live resource.
 *
 * @param scope the scope that the resource belongs to
 */
record HeadItem(Scope scope) implements Codec<Head> {
  @Override
  public Map<String, AttributeValue> encode(Head head) {
    return write(ItemKey.head(scope, head.arn()), head).sealed();
  }

  @Override
  public Head decode(Map<String, AttributeValue> item) {
    return read(new ItemReader(item));
  }

  /** The attributes that heads and tombstones share. */
  static ItemWriter write(ItemKey key, Head head) {
    return new ItemWriter(key)
        .text(AttributeNames.ARN, head.arn().text())
        .number(AttributeNames.REVISION, head.revision())
        .number(AttributeNames.GENERATION, head.generation())
        .text(AttributeNames.CONTENT_HASH, head.contentHash())
        .text(AttributeNames.CHAIN_HASH, head.chainHash())
        .instant(AttributeNames.FIRST_SEEN_AT, head.firstSeenAt())
        .instant(AttributeNames.CHANGED_AT, head.changedAt())
        .text(AttributeNames.DOCUMENT, head.document().json());
  }

  static Head read(ItemReader reader) {
    return new Head(
        reader.value(AttributeNames.ARN, reader.text(AttributeNames.ARN), Arn::new),
        reader.number(AttributeNames.REVISION),
        reader.number(AttributeNames.GENERATION),
        reader.text(AttributeNames.CONTENT_HASH),
        reader.text(AttributeNames.CHAIN_HASH),
        reader.instant(AttributeNames.FIRST_SEEN_AT),
        reader.instant(AttributeNames.CHANGED_AT),
        new Document(reader.canonicalObject(AttributeNames.DOCUMENT)));
  }
}
