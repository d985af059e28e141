package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of a revision, and of its attributes in the index. */
final class RevisionItem implements Codec<Revision> {
  @Override
  public Map<String, AttributeValue> encode(Revision revision) {
    return write(ChangeEntry.of(revision))
        .text(TableLayout.DOCUMENT, revision.document().json())
        .build();
  }

  @Override
  public Revision decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    var entry = read(reader);
    return new Revision(
        entry.arn(),
        entry.number(),
        entry.change(),
        entry.observedAt(),
        new Document(reader.canonicalObject(TableLayout.DOCUMENT)),
        entry.fields(),
        entry.proofs(),
        entry.contentHash(),
        entry.previousHash(),
        entry.chainHash());
  }

  /** All attributes except the document. */
  static ItemWriter write(ChangeEntry entry) {
    var item =
        new ItemWriter(ItemKey.revision(entry.arn(), entry.number()))
            .text(TableLayout.CHANGE, entry.change().name())
            .instant(TableLayout.OBSERVED_AT, entry.observedAt())
            .text(TableLayout.FIELDS, json(entry.fields()))
            .text(TableLayout.PROOFS, entry.proofs().json())
            .text(TableLayout.CONTENT_HASH, entry.contentHash())
            .text(TableLayout.PREVIOUS_HASH, entry.previousHash())
            .text(TableLayout.CHAIN_HASH, entry.chainHash());
    return entry.change() == ChangeKind.BASELINE
        ? item
        : item.text(TableLayout.CHANGE_DAY, ItemKey.changeDay(entry.observedAt()))
            .text(TableLayout.CHANGE_KEY, entry.key());
  }

  static ChangeEntry read(ItemReader reader) {
    var keys = keys(reader);
    return new ChangeEntry(
        keys.arn(),
        keys.number(),
        keys.change(),
        keys.observedAt(),
        fields(reader),
        new Proofs(reader.canonicalObject(TableLayout.PROOFS)),
        reader.text(TableLayout.CONTENT_HASH),
        reader.text(TableLayout.PREVIOUS_HASH),
        reader.text(TableLayout.CHAIN_HASH));
  }

  private static ChangeKey keys(ItemReader reader) {
    return new ChangeKey(
        reader.value(TableLayout.PARTITION_KEY, reader.key().pk(), RevisionItem::arn),
        reader.value(TableLayout.SORT_KEY, reader.key().sk(), RevisionItem::number),
        reader.value(TableLayout.CHANGE, reader.text(TableLayout.CHANGE), ChangeKind::valueOf),
        reader.instant(TableLayout.OBSERVED_AT));
  }

  private static Arn arn(String pk) {
    return new Arn(pk.substring(pk.indexOf('#') + 1));
  }

  private static long number(String sk) {
    return Long.parseLong(sk.substring(sk.indexOf('#') + 1));
  }

  private static String json(List<FieldChange> fields) {
    var array = JsonNodeFactory.instance.arrayNode();
    fields.forEach(field -> array.add(field.tree()));
    return CanonicalJson.write(array);
  }

  private static List<FieldChange> fields(ItemReader reader) {
    return reader.json(TableLayout.FIELDS).valueStream().map(tree -> field(reader, tree)).toList();
  }

  private static FieldChange field(ItemReader reader, JsonNode tree) {
    return reader.value(TableLayout.FIELDS, tree, FieldChange::of);
  }

  /** The attributes of a revision in the index {@code changes}: all except the document. */
  static final class ChangeItem implements Codec<ChangeEntry> {
    @Override
    public Map<String, AttributeValue> encode(ChangeEntry entry) {
      return write(entry).build();
    }

    @Override
    public ChangeEntry decode(Map<String, AttributeValue> item) {
      return RevisionItem.read(new ItemReader(item));
    }
  }

  /** The keys of a revision in the index, and its kind. */
  static final class ChangeKeyItem implements Codec<ChangeKey> {
    @Override
    public Map<String, AttributeValue> encode(ChangeKey key) {
      return new ItemWriter(ItemKey.revision(key.arn(), key.number()))
          .text(TableLayout.CHANGE, key.change().name())
          .instant(TableLayout.OBSERVED_AT, key.observedAt())
          .build();
    }

    @Override
    public ChangeKey decode(Map<String, AttributeValue> item) {
      return keys(new ItemReader(item));
    }
  }
}
