package dev.bedrockinventory.ledger;

import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of the refused calls of a principal on a day, as long as those calls are found. */
final class RefusalCountItem implements Codec<RefusalCount> {
  static final String CALLS = "calls";
  private static final String LAST_AT = "lastAt";
  private static final String PRINCIPAL = "principal";

  @Override
  public Map<String, AttributeValue> encode(RefusalCount count) {
    var expiresAt = count.lastAt().plus(ItemCodecs.AttemptItem.RETENTION).getEpochSecond();
    return new ItemWriter(ItemKey.refusals(count.day(), count.principal()))
        .text(PRINCIPAL, count.principal())
        .number(CALLS, count.calls())
        .instant(LAST_AT, count.lastAt())
        .number(TableLayout.EXPIRES_AT, expiresAt)
        .withChecksum();
  }

  @Override
  public RefusalCount decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    var day = reader.key().sk().replaceFirst("#.*", "");
    return new RefusalCount(
        reader.text(PRINCIPAL),
        reader.value(TableLayout.SORT_KEY, day, LocalDate::parse),
        reader.number(CALLS),
        reader.instant(LAST_AT));
  }
}
