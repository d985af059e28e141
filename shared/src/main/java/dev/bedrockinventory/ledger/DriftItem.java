package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Drift;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a member that the rule table does not know. */
final class DriftItem implements Codec<DriftEntry> {
  private static final String OPERATION = "operation";
  private static final String PATH = "path";
  private static final String TYPE = "type";
  private static final String EXAMPLE = "example";

  @Override
  public Map<String, AttributeValue> encode(DriftEntry entry) {
    var drift = entry.drift();
    return new ItemWriter(ItemKey.drift(drift))
        .text(OPERATION, drift.operation())
        .text(PATH, drift.path())
        .text(TYPE, drift.type())
        .text(EXAMPLE, drift.example())
        .instant(Names.FIRST_SEEN_AT, entry.firstSeenAt())
        .sealed();
  }

  @Override
  public DriftEntry decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    return new DriftEntry(
        new Drift(
            reader.text(OPERATION), reader.text(PATH), reader.text(TYPE), reader.text(EXAMPLE)),
        reader.instant(Names.FIRST_SEEN_AT));
  }
}
