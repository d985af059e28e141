package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.normalize.Normalized;
import dev.bedrockinventory.normalize.Normalizer;
import dev.bedrockinventory.normalize.Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tags of a scope's application profiles, as GetResources returned them. A profile that it
 * omits has no tags, or the index lags: differences are confirmed elsewhere.
 */
final class TagIndex {
  private static final Operation OPERATION = Operation.GET_RESOURCES;

  private final Set<Arn> listed;
  private final ObservationIssues issues;
  private final Map<Arn, ObjectNode> tags = new HashMap<>();
  private final Set<Arn> unread = new HashSet<>();
  private boolean complete;
  private Instant answeredAt = Instant.MIN;

  /** Collects all pages and adds their problems to the issues. */
  TagIndex(Set<Arn> listed, ListPages pages, ObservationIssues issues) {
    this.listed = listed;
    this.issues = issues;
    this.complete = pages.failure().isEmpty();
    pages.failure().ifPresent(issues::fail);
    for (var page : pages.pages()) {
      issues.drift(page.drift());
      answeredAt = page.answeredAt();
      page.value().resources().forEach(this::add);
    }
  }

  /** The tags of one profile; empty if they could not be read. */
  Optional<ObjectNode> tags(Arn arn) {
    return complete && !unread.contains(arn)
        ? Optional.of(tags.getOrDefault(arn, JsonNodeFactory.instance.objectNode()))
        : Optional.empty();
  }

  /** When the last page was received. */
  Instant answeredAt() {
    return answeredAt;
  }

  private void add(JsonNode mapping) {
    var arn = Optional.ofNullable(mapping.path("ResourceARN").textValue()).flatMap(Arn::find);
    if (arn.isEmpty()) {
      complete = false;
      issues.fail(
          FailureClassifier.malformed(
              OPERATION, Optional.empty(), "a resource lacks its ResourceARN"));
    } else if (listed.contains(arn.get())) {
      read(arn.get(), mapping);
    }
  }

  private void read(Arn arn, JsonNode mapping) {
    switch (Normalizer.tags(OPERATION, mapping, arn)) {
      case Normalized.Malformed malformed -> fail(arn, malformed.message());
      case Normalized.Read read -> {
        issues.drift(read.drift());
        var before = tags.put(arn, read.tree());
        if (before != null && !before.equals(read.tree())) {
          fail(arn, "a resource is listed twice with different tags");
        }
      }
    }
  }

  private void fail(Arn arn, String message) {
    unread.add(arn);
    issues.fail(FailureClassifier.malformed(OPERATION, Optional.of(arn), message));
  }
}
