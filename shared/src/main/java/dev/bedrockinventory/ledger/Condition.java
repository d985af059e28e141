package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Head;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition of a write on the stored item; a missing item has no attributes. */
public sealed interface Condition {
  /** The conditions of a write that has none. */
  List<Condition> NONE = List.of();

  /** The item does not exist. */
  List<Condition> NEW = List.of(new Absent(TableLayout.PARTITION_KEY));

  /** Whether it holds for the attributes of the stored item. */
  boolean holds(Map<String, AttributeValue> stored);

  /** The condition as the end of a sentence about the item. */
  String words();

  /** The item is as it was read: at the same revision, or missing. */
  static List<Condition> unchanged(Optional<Head> read) {
    return read.map(head -> List.<Condition>of(at(TableLayout.REVISION, head.revision())))
        .orElse(NEW);
  }

  /** The attribute has this number. */
  static Equal at(String attribute, long number) {
    return new Equal(attribute, AttributeValue.fromN(Long.toString(number)));
  }

  /** The item has this attribute. */
  record Present(String attribute) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> stored) {
      return stored.containsKey(attribute);
    }

    @Override
    public String words() {
      return "must have " + attribute;
    }
  }

  /** The item does not have this attribute. */
  record Absent(String attribute) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> stored) {
      return !stored.containsKey(attribute);
    }

    @Override
    public String words() {
      return attribute.equals(TableLayout.PARTITION_KEY)
          ? "must not exist"
          : "must not have " + attribute;
    }
  }

  /** The attribute has this value. */
  record Equal(String attribute, AttributeValue value) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> stored) {
      return value.equals(stored.get(attribute));
    }

    @Override
    public String words() {
      return "must be at %s %s"
          .formatted(attribute, Optional.ofNullable(value.s()).orElse(value.n()));
    }
  }
}
