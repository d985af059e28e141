package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a revision shows, prepared for the comparison with many events. */
final class ShownChange {
  private final long number;
  private final boolean deletion;
  private final boolean birth;
  private final ObjectNode tags;
  private final Map<String, FieldChange> fields = new HashMap<>();

  ShownChange(Revision revision) {
    number = revision.number();
    deletion = revision.change() == ChangeKind.DELETED;
    birth = isBirth(revision);
    tags = birth ? revision.document().tags() : JsonNodeFactory.instance.objectNode();
    revision.fields().forEach(field -> fields.put(field.path(), field));
  }

  /** Whether the revision begins a resource: before the first listing its kind is BASELINE. */
  static boolean isBirth(Revision revision) {
    return revision.number() == 1 || revision.change() == ChangeKind.CREATED;
  }

  /** How well an event explains what the revision shows. */
  enum Fit {
    /** The revision shows exactly what the event did. */
    EXACT,
    /** The revision shows a part of it, or another change of the same tag. */
    PART,
    /** The revision does not show it. */
    NONE
  }

  long number() {
    return number;
  }

  boolean isDeletion() {
    return deletion;
  }

  Fit fit(Evidence event) {
    if (event.isDeletion()) {
      return deletion ? Fit.EXACT : Fit.NONE;
    }
    if (event.isCreation()) {
      return birth ? Fit.EXACT : Fit.NONE;
    }
    return birth ? fitOfBirth(event) : fitOfUpdate(event);
  }

  /** A resource that is tagged right after its creation may be first observed with the tag. */
  private Fit fitOfBirth(Evidence event) {
    var shown = event.tags().entrySet().stream().filter(this::isBornWith).count();
    if (shown == 0) {
      return Fit.NONE;
    }
    return shown == event.tags().size() ? Fit.EXACT : Fit.PART;
  }

  private boolean isBornWith(Map.Entry<String, Optional<String>> tag) {
    return tag.getValue().isPresent()
        && tag.getValue().equals(Optional.ofNullable(tags.path(tag.getKey()).textValue()));
  }

  private Fit fitOfUpdate(Evidence event) {
    return event.tags().entrySet().stream()
        .map(tag -> fit(tag.getKey(), tag.getValue()))
        .min(Fit::compareTo)
        .orElse(Fit.NONE);
  }

  /** A call that gave a tag the value that it had already does not explain another value. */
  private Fit fit(String key, Optional<String> value) {
    var field = fields.get(Differ.tagPath(key));
    if (field == null) {
      return hidesTags() ? Fit.PART : Fit.NONE;
    }
    if (field.after().map(node -> node.asText("")).equals(value)) {
      return Fit.EXACT;
    }
    return field.before().map(node -> node.asText("")).equals(value) ? Fit.NONE : Fit.PART;
  }

  /** Of a reduced revision only the digest of all tags, or of all fields, may be known. */
  private boolean hidesTags() {
    return fields.containsKey(Differ.TAGS_PATH) || fields.containsKey("");
  }
}
