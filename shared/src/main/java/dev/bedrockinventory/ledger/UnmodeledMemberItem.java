package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.UnmodeledMember;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Encodes the item of an unmodeled member. */
final class UnmodeledMemberItem implements Codec<UnmodeledMemberEntry> {
  private static final String OPERATION = "operation";
  private static final String PATH = "path";
  private static final String TYPE = "type";
  private static final String EXAMPLE = "example";

  @Override
  public Map<String, AttributeValue> encode(UnmodeledMemberEntry entry) {
    var drift = entry.drift();
    return new ItemWriter(ItemKey.drift(drift))
        .text(OPERATION, drift.operation())
        .text(PATH, drift.path())
        .text(TYPE, drift.type())
        .text(EXAMPLE, drift.example())
        .instant(AttributeNames.FIRST_SEEN_AT, entry.firstSeenAt())
        .sealed();
  }

  @Override
  public UnmodeledMemberEntry decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return new UnmodeledMemberEntry(
        new UnmodeledMember(
            reader.text(OPERATION), reader.text(PATH), reader.text(TYPE), reader.text(EXAMPLE)),
        reader.instant(AttributeNames.FIRST_SEEN_AT));
  }
}
