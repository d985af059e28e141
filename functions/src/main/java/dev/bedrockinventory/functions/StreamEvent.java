package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.RevisionImage;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.Revision;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A parsed record of the table's stream. */
sealed interface StreamEvent {
  /** A new revision that is to be published. */
  record Changed(Revision revision) implements StreamEvent {}

  /**
   * An item that is written once was modified or removed.
   *
   * @param how the stream's event name
   */
  record Modified(ItemKey key, String how) implements StreamEvent {}

  /** A head, tombstone or known mark was written, which the chain must prove. */
  record Written(ItemKey key, String how, Map<String, AttributeValue> image)
      implements StreamEvent {}

  /** A head, tombstone or known mark was removed, which the chain must prove. */
  record Removed(ItemKey key, String how, Map<String, AttributeValue> image)
      implements StreamEvent {}

  /** The heartbeat of a plan was written. */
  record Heartbeat() implements StreamEvent {}

  /** Anything else, which the feed ignores: BASELINE, new evidence, and all other items. */
  record Irrelevant() implements StreamEvent {}

  /**
   * Parses this record.
   *
   * @throws IllegalArgumentException if it cannot be read; the message contains no values
   */
  static StreamEvent of(DynamodbStreamRecord record) {
    var stream =
        Optional.ofNullable(record.getDynamodb()).orElseThrow(() -> without("a stream record"));
    var how = Optional.ofNullable(record.getEventName()).orElse("");
    var key = key(stream);
    if (key.pk().equals(ItemKey.HEARTBEATS)) {
      return new Heartbeat();
    }
    return switch (how) {
      case "INSERT" -> inserted(key, how, stream);
      case "MODIFY" -> isProvable(key) ? new Written(key, how, after(stream)) : modified(key, how);
      case "REMOVE" -> isProvable(key) ? new Removed(key, how, before(stream)) : modified(key, how);
      default -> throw new IllegalArgumentException("unknown event name '%s'".formatted(how));
    };
  }

  private static StreamEvent inserted(ItemKey key, String how, StreamRecord stream) {
    var image = after(stream);
    if (key.isHead() || key.isTombstone()) {
      return new Written(key, how, image);
    }
    return RevisionImage.isChange(image)
        ? new Changed(RevisionImage.read(image))
        : new Irrelevant();
  }

  private static StreamEvent modified(ItemKey key, String how) {
    return key.isHistory() ? new Modified(key, how) : new Irrelevant();
  }

  private static boolean isProvable(ItemKey key) {
    return key.isHead() || key.isTombstone() || key.isKnown();
  }

  private static ItemKey key(StreamRecord stream) {
    var keys =
        AttributeValueConverter.of(
            Optional.ofNullable(stream.getKeys()).orElseThrow(() -> without("keys")));
    return new ItemKey(text(keys, TableLayout.PARTITION_KEY), text(keys, TableLayout.SORT_KEY));
  }

  private static Map<String, AttributeValue> after(StreamRecord stream) {
    return AttributeValueConverter.of(
        Optional.ofNullable(stream.getNewImage()).orElseThrow(() -> without("a new image")));
  }

  private static Map<String, AttributeValue> before(StreamRecord stream) {
    return AttributeValueConverter.of(
        Optional.ofNullable(stream.getOldImage()).orElseThrow(() -> without("an old image")));
  }

  private static String text(Map<String, AttributeValue> keys, String name) {
    return Optional.ofNullable(keys.get(name))
        .flatMap(value -> Optional.ofNullable(value.s()))
        .orElseThrow(() -> without("the key " + name));
  }

  private static IllegalArgumentException without(String what) {
    return new IllegalArgumentException("the record lacks " + what);
  }
}
