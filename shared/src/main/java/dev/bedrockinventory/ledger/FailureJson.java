package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failures as a canonical JSON array. */
final class FailureJson {
  /** The most bytes of failures in an item, which may have 400 KB. */
  private static final int MOST_BYTES = 200_000;

  private FailureJson() {}

  static String json(List<Failure> failures) {
    var array = JsonNodeFactory.instance.arrayNode();
    failures.forEach(failure -> array.add(tree(failure)));
    return CanonicalJson.write(array);
  }

  static List<Failure> of(JsonNode array) {
    return array.valueStream().map(FailureJson::failure).toList();
  }

  /** The first failures, as many as fit into an item. */
  static List<Failure> fitting(List<Failure> failures) {
    var kept = new ArrayList<Failure>();
    var bytes = 0;
    for (var failure : failures) {
      bytes += CanonicalJson.write(tree(failure)).getBytes(StandardCharsets.UTF_8).length + 1;
      if (bytes > MOST_BYTES) {
        break;
      }
      kept.add(failure);
    }
    return kept;
  }

  private static ObjectNode tree(Failure failure) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", failure.reason().name())
            .put("operation", failure.operation())
            .put("message", failure.message());
    failure.resource().ifPresent(arn -> tree.put("resource", arn.text()));
    return tree;
  }

  private static Failure failure(JsonNode tree) {
    return new Failure(
        Reason.valueOf(tree.path("reason").asText()),
        tree.path("operation").asText(),
        Optional.ofNullable(tree.path("resource").textValue()).map(Arn::new),
        tree.path("message").asText());
  }
}
