package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.RevisionImage;
import dev.bedrockinventory.ledger.TableLayout;
import java.util.Map;
import java.util.Optional;

/** A parsed record of the table's stream. */
sealed interface StreamEvent {
  /** A new revision, as the event to publish. */
  record Changed(ChangeEvent event) implements StreamEvent {}

  /**
   * An existing revision was modified or removed.
   *
   * @param how the stream's event name: MODIFY or REMOVE
   */
  record Modified(ItemKey key, String how) implements StreamEvent {}

  /** Anything else, which the feed ignores: BASELINE, and items other than revisions. */
  record Irrelevant() implements StreamEvent {}

  /**
   * Parses this record.
   *
   * @throws IllegalArgumentException if it cannot be read, or is a revision whose chain hash does
   *     not match its content, which the product never writes; the message contains no values
   */
  static StreamEvent of(DynamodbStreamRecord record) {
    var stream =
        Optional.ofNullable(record.getDynamodb()).orElseThrow(() -> without("a stream record"));
    var how = Optional.ofNullable(record.getEventName()).orElse("");
    return switch (how) {
      case "INSERT" -> inserted(stream);
      case "MODIFY", "REMOVE" -> modified(stream, how);
      default -> throw new IllegalArgumentException("unknown event name '%s'".formatted(how));
    };
  }

  private static StreamEvent inserted(StreamRecord stream) {
    var image =
        AttributeValueConverter.of(
            Optional.ofNullable(stream.getNewImage()).orElseThrow(() -> without("a new image")));
    if (!RevisionImage.isChange(image)) {
      return new Irrelevant();
    }
    var revision = RevisionImage.read(image);
    if (!Chain.holds(revision)) {
      throw new IllegalArgumentException(
          "the revision's chain hash does not match its content; run './inventory verify' for"
              + " details");
    }
    return new Changed(ChangeEvent.of(revision));
  }

  private static StreamEvent modified(StreamRecord stream, String how) {
    var keys = Optional.ofNullable(stream.getKeys()).orElseThrow(() -> without("keys"));
    var key = new ItemKey(text(keys, TableLayout.PARTITION_KEY), text(keys, TableLayout.SORT_KEY));
    return key.sk().startsWith(TableLayout.REVISION_PREFIX)
        ? new Modified(key, how)
        : new Irrelevant();
  }

  private static String text(Map<String, AttributeValue> keys, String name) {
    return Optional.ofNullable(keys.get(name))
        .flatMap(value -> Optional.ofNullable(value.getS()))
        .orElseThrow(() -> without("the key " + name));
  }

  private static IllegalArgumentException without(String what) {
    return new IllegalArgumentException("the record lacks " + what);
  }
}
