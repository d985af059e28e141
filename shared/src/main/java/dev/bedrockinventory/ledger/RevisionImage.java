package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Revision;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A revision's item in a record of the table's stream. */
public final class RevisionImage {
  private static final RevisionItem ITEM = new RevisionItem();

  private RevisionImage() {}

  /** Whether the image is a revision in the index of all changes, which is not BASELINE. */
  public static boolean isChange(Map<String, AttributeValue> image) {
    return image.containsKey(TableLayout.CHANGE_DAY);
  }

  /**
   * Decodes the revision.
   *
   * @throws IllegalArgumentException if it spells none; the message tells no values
   */
  public static Revision read(Map<String, AttributeValue> image) {
    try {
      return ITEM.decode(image);
    } catch (DamagedItemException e) {
      throw new IllegalArgumentException(
          "an item of the stream is not a valid revision: " + e.getMessage(), e);
    }
  }
}
