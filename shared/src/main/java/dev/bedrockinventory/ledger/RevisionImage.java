package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Revision;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Decodes a revision from an image of the table's stream. */
public final class RevisionImage {
  private static final RevisionItem ITEM = new RevisionItem();

  private RevisionImage() {}

  /** Whether the image is a revision in the index of all changes, which contains no BASELINE. */
  public static boolean isChange(Map<String, AttributeValue> image) {
    return image.containsKey(TableLayout.CHANGE_DAY);
  }

  /**
   * The revision of the image.
   *
   * @throws IllegalArgumentException if it cannot be decoded; the message contains no values
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
