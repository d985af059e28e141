package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Verification finds every modification of an item and reports the item. */
final class TamperingTest {
  private static final MemoryStore CLEAN = ExampleHistory.copy();

  @Test
  void anUntouchedLedgerIsIntact() {
    var verification = verify(CLEAN);

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.notCovered()).isEmpty();
    assertThat(verification.scopes()).isEqualTo(4);
    assertThat(verification.resources()).isEqualTo(6);
    assertThat(verification.revisions()).isEqualTo(12);
  }

  @Test
  void anEditedAttributeOfAnyItemIsFound() {
    everyAttribute((name, item) -> {
      var edited = new ArrayList<Map<String, AttributeValue>>();
      for (var value : edits(Objects.requireNonNull(item.get(name)))) {
        var copy = new HashMap<>(item);
        copy.put(name, value);
        edited.add(copy);
      }
      return edited;
    });
  }

  @Test
  void aRemovedAttributeOfAnyItemIsFound() {
    everyAttribute((name, item) -> {
      var copy = new HashMap<>(item);
      copy.remove(name);
      return List.of(copy);
    });
  }

  @Test
  void anAddedAttributeOfAnyItemIsFound() {
    for (var item : CLEAN.all()) {
      var copy = new HashMap<>(item);
      copy.put("note", AttributeValue.fromS("nothing to see here"));

      assertFound(MemoryStore.key(item), "note", copy);
    }
  }

  private interface Tampering {
    List<Map<String, AttributeValue>> with(String name, Map<String, AttributeValue> item);
  }

  private static void everyAttribute(Tampering tampering) {
    for (var item : CLEAN.all()) {
      for (var name : item.keySet()) {
        if (!List.of("pk", "sk").contains(name)) {
          tampering
              .with(name, item)
              .forEach(copy -> assertFound(MemoryStore.key(item), name, copy));
        }
      }
    }
  }

  /** A scope without a digest is valid after a change, so it is reported as not covered. */
  private static void assertFound(ItemKey key, String name, Map<String, AttributeValue> tampered) {
    var items = CLEAN.copy();
    items.put(tampered);

    var verification = verify(items);

    if (key.pk().equals("SCOPES") && name.equals("digest") && !tampered.containsKey(name)) {
      assertThat(verification.notCovered()).anyMatch(what -> what.contains(key.toString()));
    } else {
      assertThat(verification.findings())
          .as("%s of %s: %s", name, key, tampered.get(name))
          .extracting(Finding::item)
          .contains(key);
    }
  }

  /** Other values of the same type, including plausible forgeries. */
  private static List<AttributeValue> edits(AttributeValue value) {
    return switch (value.type()) {
      case S -> texts(value.s()).stream().map(AttributeValue::fromS).toList();
      case N ->
          List.of(
              AttributeValue.fromN(Long.toString(Long.parseLong(value.n()) + 1)),
              AttributeValue.fromN("1000000000000000"),
              AttributeValue.fromN("0.5"),
              AttributeValue.fromS(value.n()));
      case BOOL -> List.of(AttributeValue.fromBool(!value.bool()), AttributeValue.fromS("true"));
      case L -> List.of(AttributeValue.fromL(List.of()), AttributeValue.fromS("us-east-2"));
      default -> throw new AssertionError(value);
    };
  }

  private static List<String> texts(String text) {
    var texts = new ArrayList<>(List.of(text + " ", "x"));
    if (text.matches("2026-11-.*")) {
      texts.add(text.replace("2026-11-", "2026-10-"));
      texts.add("0001-01-01T00:00:00.000Z");
    }
    if (text.matches("[0-9a-f]{16,64}")) {
      texts.add("f" + text.substring(1));
      texts.add(text.toUpperCase(Locale.ROOT) + "A");
    }
    if (text.startsWith("{")) {
      texts.add("{}");
      texts.add(text.replace("bob", "eve").replace("alice", "eve").replace("US ", "EU "));
    }
    texts.removeIf(text::equals);
    return texts;
  }

  static Verification verify(MemoryStore items) {
    return new Verifier(items.reader(), () -> ExampleHistory.END, Filter.ALL).run();
  }
}
