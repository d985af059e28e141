package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.Scalar;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;

/** Answers that the API could give: some known members, some unknown ones, some nulls. */
final class RandomResource {
  private static final String CHARACTERS = "ab1 -_:/.é\"\\\n\u2028\u00ff";

  private final Random random;

  RandomResource(Random random) {
    this.random = random;
  }

  /** A value of a shape; most known members are there, each object may hold unknown ones. */
  JsonNode of(Shape shape) {
    return switch (shape) {
      case Scalar scalar -> scalar(scalar);
      case Members members -> members(members);
      case SetOf set -> array(set.element());
      case ListOf list -> array(list.element());
    };
  }

  /** Tags with distinct keys, some with additional members. */
  JsonNode tags(String key, String value) {
    var tags = JsonNodeFactory.instance.arrayNode();
    for (var i = random.nextInt(6); i > 0; i--) {
      var tag = tags.addObject().put(key, i + text()).put(value, text());
      addUnknown(tag, random.nextInt(5) == 0 ? 1 : 0);
    }
    return tags;
  }

  private JsonNode members(Members members) {
    var result = JsonNodeFactory.instance.objectNode();
    members
        .known()
        .forEach((name, shape) -> {
          var dice = random.nextInt(10);
          if (dice > 0) {
            result.set(name, dice == 1 ? NullNode.instance : of(shape));
          }
        });
    addUnknown(result, random.nextInt(3));
    return result;
  }

  private void addUnknown(ObjectNode object, int count) {
    for (var i = 0; i < count; i++) {
      object.set("new" + i + text(), unknown(3));
    }
  }

  private JsonNode array(Shape element) {
    var result = JsonNodeFactory.instance.arrayNode();
    for (var i = random.nextInt(6); i > 0; i--) {
      result.add(random.nextInt(12) == 0 && i > 1 ? NullNode.instance : of(element));
    }
    return result;
  }

  private JsonNode scalar(Scalar scalar) {
    return switch (scalar) {
      case TEXT -> TextNode.valueOf(text());
      case NUMBER -> number();
      case FLAG -> BooleanNode.valueOf(random.nextBoolean());
      case INSTANT -> TextNode.valueOf(instant().toString());
    };
  }

  private JsonNode unknown(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> TextNode.valueOf(text());
      case 1 -> number();
      case 2 -> BooleanNode.TRUE;
      case 3 -> NullNode.instance;
      case 4 -> TextNode.valueOf(instant() + "+02:00");
      case 5 -> {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var i = random.nextInt(4); i > 0; i--) {
          array.add(unknown(depth - 1));
        }
        yield array;
      }
      default -> {
        var object = JsonNodeFactory.instance.objectNode();
        for (var i = random.nextInt(4); i > 0; i--) {
          object.set(text(), unknown(depth - 1));
        }
        yield object;
      }
    };
  }

  private JsonNode number() {
    var digits = new BigInteger(1 + random.nextInt(120), random);
    return DecimalNode.valueOf(new BigDecimal(digits, random.nextInt(12)));
  }

  private Instant instant() {
    var nanos = random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0;
    return Instant.ofEpochSecond(random.nextInt(2_000_000_000), nanos);
  }

  private String text() {
    var result = new StringBuilder();
    for (var i = random.nextInt(6); i > 0; i--) {
      result.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return result.toString();
  }
}
