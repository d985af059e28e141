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
    return write(ItemKey.head(scope, head.arn()), head).withChecksum();
  }

  @Override
  public Head decode(Map<String, AttributeValue> item) {
    return read(new ItemReader(item));
  }

  /** The attributes that heads and tombstones share. */
  static ItemWriter write(ItemKey key, Head head) {
    return new ItemWriter(key)
        .text(TableLayout.ARN, head.arn().text())
        .number(TableLayout.REVISION, head.revision())
        .number(TableLayout.GENERATION, head.generation())
        .text(TableLayout.CONTENT_HASH, head.contentHash())
        .text(TableLayout.CHAIN_HASH, head.chainHash())
        .instant(TableLayout.FIRST_SEEN_AT, head.firstSeenAt())
        .instant(TableLayout.CHANGED_AT, head.changedAt())
        .text(TableLayout.DOCUMENT, head.document().json());
  }

  static Head read(ItemReader reader) {
    return new Head(
        reader.value(TableLayout.ARN, reader.text(TableLayout.ARN), Arn::new),
        reader.number(TableLayout.REVISION),
        reader.number(TableLayout.GENERATION),
        reader.text(TableLayout.CONTENT_HASH),
        reader.text(TableLayout.CHAIN_HASH),
        reader.instant(TableLayout.FIRST_SEEN_AT),
        reader.instant(TableLayout.CHANGED_AT),
        new Document(reader.canonicalObject(TableLayout.DOCUMENT)));
  }
}
