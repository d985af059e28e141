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

  /** What heads and tombstones have in common. */
  static ItemWriter write(ItemKey key, Head head) {
    return new ItemWriter(key)
        .text(Names.ARN, head.arn().text())
        .number(Names.REVISION, head.revision())
        .number(Names.GENERATION, head.generation())
        .text(Names.CONTENT_HASH, head.contentHash())
        .text(Names.CHAIN_HASH, head.chainHash())
        .instant(Names.FIRST_SEEN_AT, head.firstSeenAt())
        .instant(Names.CHANGED_AT, head.changedAt())
        .text(Names.DOCUMENT, head.document().json());
  }

  static Head read(ItemReader reader) {
    return new Head(
        reader.value(Names.ARN, reader.text(Names.ARN), Arn::new),
        reader.number(Names.REVISION),
        reader.number(Names.GENERATION),
        reader.text(Names.CONTENT_HASH),
        reader.text(Names.CHAIN_HASH),
        reader.instant(Names.FIRST_SEEN_AT),
        reader.instant(Names.CHANGED_AT),
        new Document(reader.canonicalObject(Names.DOCUMENT)));
  }
}
