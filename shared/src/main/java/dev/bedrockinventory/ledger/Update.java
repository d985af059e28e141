package dev.bedrockinventory.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A conditional update of some attributes of one item, which is created if it is missing. Not
 * thread-safe.
 */
public final class Update implements ItemWrite {
  private final ItemKey key;
  private final List<Action> actions = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();

  Update(ItemKey key) {
    this.key = key;
  }

  /** What the update does to one attribute. */
  public sealed interface Action {
    /** The attribute's name. */
    String attribute();

    /** Sets the attribute. */
    record Set(String attribute, AttributeValue value) implements Action {}

    /** Sets the attribute if the item does not have it. */
    record SetOnce(String attribute, AttributeValue value) implements Action {}

    /** Adds to the number, which is 0 if it is missing. */
    record Add(String attribute, long number) implements Action {}

    /** Removes the attribute if the item has it. */
    record Remove(String attribute) implements Action {}
  }

  @Override
  public ItemKey key() {
    return key;
  }

  @Override
  public List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  /** What it does, each attribute once. */
  public List<Action> actions() {
    return List.copyOf(actions);
  }

  Update set(String name, String value) {
    return set(name, AttributeValue.fromS(value));
  }

  Update set(String name, long value) {
    return set(name, AttributeValue.fromN(Long.toString(value)));
  }

  Update set(String name, boolean value) {
    return set(name, AttributeValue.fromBool(value));
  }

  Update set(String name, AttributeValue value) {
    actions.add(new Action.Set(name, value));
    return this;
  }

  /** Sets all attributes of an item, whose key is that of this update. */
  Update setAll(Map<String, AttributeValue> item) {
    var attributes = new HashMap<>(item);
    attributes.keySet().removeAll(key.attributes().keySet());
    attributes.forEach(this::set);
    return this;
  }

  Update setOnce(String name, String value) {
    actions.add(new Action.SetOnce(name, AttributeValue.fromS(value)));
    return this;
  }

  Update add(String name, long value) {
    actions.add(new Action.Add(name, value));
    return this;
  }

  Update remove(String name) {
    actions.add(new Action.Remove(name));
    return this;
  }

  /** Sets the checksum of the attributes set so far that it covers, if there are any. */
  Update checksum(ScopeChecksum checksum) {
    checksum.of(key, attributes()).ifPresent(text -> set(checksum.attribute(), text));
    return this;
  }

  /** Sets the checksum of an attribute that is set once. */
  Update checksumOnce(ScopeChecksum checksum) {
    checksum.of(key, attributes()).ifPresent(text -> setOnce(checksum.attribute(), text));
    return this;
  }

  private Map<String, AttributeValue> attributes() {
    var attributes = new HashMap<String, AttributeValue>();
    for (var action : actions) {
      switch (action) {
        case Action.Set(var name, var value) -> attributes.put(name, value);
        case Action.SetOnce(var name, var value) -> attributes.put(name, value);
        case Action.Add _, Action.Remove _ -> {}
      }
    }
    return attributes;
  }

  Update where(Condition condition) {
    conditions.add(condition);
    return this;
  }

  /** Requires that the scope item is at this generation; without the attribute it is at 0. */
  Update atGeneration(long generation) {
    return where(
        generation == 0
            ? new Condition.Absent(TableLayout.GENERATION)
            : Condition.at(TableLayout.GENERATION, generation));
  }

  /** The item after this update. */
  public Map<String, AttributeValue> applied(Map<String, AttributeValue> stored) {
    var item = new HashMap<>(stored);
    item.putAll(key.attributes());
    for (var action : actions) {
      switch (action) {
        case Action.Set(var name, var value) -> item.put(name, value);
        case Action.SetOnce(var name, var value) -> item.putIfAbsent(name, value);
        case Action.Add(var name, var number) ->
            item.merge(name, AttributeValue.fromN(Long.toString(number)), Update::sum);
        case Action.Remove(var name) -> item.remove(name);
      }
    }
    return item;
  }

  private static AttributeValue sum(AttributeValue one, AttributeValue other) {
    return AttributeValue.fromN(
        Long.toString(Math.addExact(Long.parseLong(one.n()), Long.parseLong(other.n()))));
  }
}
