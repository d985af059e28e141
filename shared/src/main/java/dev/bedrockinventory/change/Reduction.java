package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a revision fit into an item: the largest members are replaced by {@code
 * {"$reduced":{"length":bytes,"sha256":digest}}} of their canonical text, until what remains fits.
 *
 * @param document the document to store
 * @param fields the field changes to store
 */
public record Reduction(Document document, List<FieldChange> fields) {
  /**
   * The most bytes of document and field changes together: DynamoDB's 400 KB an item, less room for
   * keys, proofs, hashes and the attributes' names.
   */
  static final int MOST_BYTES = 395_000;

  /** The size to which field changes can always be reduced. */
  private static final int LEAST_FIELD_BYTES = 1_000;

  private static final String MARK = "$reduced";

  /** Reduces the document and its field changes no further than needed. */
  static Reduction fit(Document document, List<FieldChange> fields) {
    var stored = fit(document);
    var room = MOST_BYTES - bytes(stored.json());
    return new Reduction(stored, fit(fields, room, document));
  }

  private static Document fit(Document document) {
    var room = MOST_BYTES - LEAST_FIELD_BYTES;
    if (bytes(document.json()) <= room) {
      return document;
    }
    var tree = document.tree();
    var total = bytes(document.json());
    for (var member : largestFirst(tree)) {
      var value = tree.get(member);
      var small = smaller(value);
      tree.set(member, small);
      total += bytes(small) - bytes(value);
      if (total <= room) {
        return Document.of(tree);
      }
    }
    return Document.of(reduced(document.tree()));
  }

  private static List<String> largestFirst(ObjectNode tree) {
    record Size(String member, int bytes) {}
    return tree.properties().stream()
        .map(entry -> new Size(entry.getKey(), bytes(entry.getValue())))
        .sorted(Comparator.comparingInt(Size::bytes).reversed())
        .map(Size::member)
        .toList();
  }

  private static List<FieldChange> fit(List<FieldChange> fields, int room, Document document) {
    var stored = new ArrayList<>(fields);
    var sizes = fields.stream().mapToInt(Reduction::bytes).toArray();
    var total = IntStream.of(sizes).sum();
    var largestFirst =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(index -> -sizes[index]))
            .toList();
    for (var index : largestFirst) {
      if (total <= room) {
        return stored;
      }
      var field = fields.get(index);
      var small =
          new FieldChange(
              field.path(),
              field.op(),
              field.before().map(Reduction::smaller),
              field.after().map(Reduction::smaller));
      stored.set(index, small);
      total += bytes(small) - sizes[index];
    }
    return total <= room
        ? stored
        : List.of(
            new FieldChange(
                "",
                FieldChange.Op.REPLACE,
                Optional.empty(),
                Optional.of(reduced(document.tree()))));
  }

  /** Whether a revision is stored reduced, in its document or in its field changes. */
  public static boolean isOf(Revision revision) {
    return revision.isReduced()
        || revision.fields().stream()
            .flatMap(field -> Stream.concat(field.before().stream(), field.after().stream()))
            .anyMatch(Reduction::isReduced);
  }

  /** Whether the value is a digest that replaces a larger one. */
  static boolean isReduced(JsonNode value) {
    return value.size() == 1 && value.has(MARK);
  }

  /** Whether the first value is the digest of the second. */
  static boolean isReductionOf(JsonNode reduced, JsonNode value) {
    return isReduced(reduced) && reduced.equals(reduced(value));
  }

  private static JsonNode smaller(JsonNode value) {
    var reduced = reduced(value);
    return bytes(reduced) < bytes(value) ? reduced : value;
  }

  private static ObjectNode reduced(JsonNode value) {
    var text = CanonicalJson.write(value);
    var tree = JsonNodeFactory.instance.objectNode();
    tree.putObject(MARK).put("length", bytes(text)).put("sha256", Sha256.of(text));
    return tree;
  }

  /** The bytes of a field change in a list: its own, and a comma. */
  private static int bytes(FieldChange field) {
    return bytes(field.tree()) + 1;
  }

  private static int bytes(JsonNode value) {
    return bytes(CanonicalJson.write(value));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
