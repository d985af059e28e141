package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Revision;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A revision's item as the table's stream tells it. */
public final class RevisionImage {
  private static final RevisionItem ITEM = new RevisionItem();

  private RevisionImage() {}

  /** Whether the image is that of a revision which the index of all changes has: no BASELINE. */
  public static boolean isChange(Map<String, AttributeValue> image) {
    return image.containsKey(TableLayout.CHANGE_DAY);
  }

  /**
   * The revision that the image spells.
   *
   * @throws IllegalArgumentException if it spells none; the message tells no values
   */
  public static Revision read(Map<String, AttributeValue> image) {
    try {
      return ITEM.decode(image);
    } catch (DamagedItemException e) {
      throw new IllegalArgumentException(
          "an item of the stream is no revision: " + e.getMessage(), e);
    }
  }
}
