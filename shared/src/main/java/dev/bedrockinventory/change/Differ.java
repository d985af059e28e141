package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.FieldChange.Op;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.normalize.MemberRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Compares two documents of one resource, member by member; the members of a set by their key. */
public final class Differ {
  /** The path of all tags in field changes. */
  static final String TAGS_PATH = token(Document.TAGS);

  private final List<FieldChange> changes = new ArrayList<>();

  private Differ() {}

  /**
   * The differences between {@code before} and {@code after}, in the order of the paths. A member
   * that was stored reduced is compared by its digest. Equal documents have no changes.
   */
  public static List<FieldChange> fields(Document before, Document after) {
    var differ = new Differ();
    differ.compare("", "", before.tree(), after.tree());
    return List.copyOf(differ.changes);
  }

  /** Whether a document differs from that of a head by more than the order of an array. */
  public static boolean differs(Head head, Document document) {
    return !head.contentHash().equals(document.digest())
        && !fields(head.document(), document).isEmpty();
  }

  /** The path of a tag in field changes. */
  static String tagPath(String key) {
    return TAGS_PATH + token(key);
  }

  /** One step of a JSON Pointer, with the escapes of RFC 6901. */
  private static String token(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private void compare(String pointer, String member, JsonNode before, JsonNode after) {
    if (before.equals(after)
        || Reduction.isReductionOf(before, after)
        || haveSameElements(before, after)) {
      return;
    }
    var membersBefore = members(member, before);
    var membersAfter = members(member, after);
    if (membersBefore.isEmpty() || membersAfter.isEmpty()) {
      changes.add(replacement(pointer, before, after));
      return;
    }
    var count = changes.size();
    compareMembers(pointer, member, membersBefore.get(), membersAfter.get());
    if (before.isArray() && changes.size() == count) {
      changes.add(replacement(pointer, before, after));
    }
  }

  /** The order of an array that no rule calls a list is not a change. */
  private static boolean haveSameElements(JsonNode before, JsonNode after) {
    return before.isArray() && after.isArray() && elements(before).equals(elements(after));
  }

  private static List<String> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(CanonicalJson::write)
        .sorted()
        .toList();
  }

  private static FieldChange replacement(String pointer, JsonNode before, JsonNode after) {
    return new FieldChange(pointer, Op.REPLACE, Optional.of(before), Optional.of(after));
  }

  private void compareMembers(
      String pointer,
      String member,
      SortedMap<String, JsonNode> before,
      SortedMap<String, JsonNode> after) {
    var keys = new TreeMap<>(before);
    keys.putAll(after);
    for (var key : keys.keySet()) {
      var path = pointer + token(key);
      var old = Optional.ofNullable(before.get(key));
      var now = Optional.ofNullable(after.get(key));
      if (old.isPresent() && now.isPresent()) {
        compare(path, member.isEmpty() ? key : member + "." + key, old.get(), now.get());
      } else {
        changes.add(new FieldChange(path, now.isPresent() ? Op.ADD : Op.REMOVE, old, now));
      }
    }
  }

  /** The members of an object by name, or of a set by key; empty for any other value. */
  private static Optional<SortedMap<String, JsonNode>> members(String member, JsonNode value) {
    SortedMap<String, JsonNode> members = new TreeMap<>();
    if (value.isObject() && !Reduction.isReduced(value)) {
      value.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
      return Optional.of(members);
    }
    var setKey = value.isArray() ? MemberRules.setKey(member) : Optional.<String>empty();
    if (setKey.isEmpty()) {
      return Optional.empty();
    }
    for (var element : value) {
      var key = element.path(setKey.get());
      if (!key.isTextual() || members.put(key.textValue(), element) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(members);
  }
}
