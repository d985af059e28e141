package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.normalize.Normalized;
import dev.bedrockinventory.normalize.Normalizer;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.normalize.Page;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The summaries of a scope, gathered from its pages. */
final class Listing {
  private final Scope scope;
  private final Operation operation;
  private final ObservationIssues issues;
  private final Set<Arn> listed = new TreeSet<>();
  private final Set<String> ids = new HashSet<>();
  private final SortedMap<Arn, Reading> summaries = new TreeMap<>();
  private boolean complete = true;

  /** Collects all pages and adds their problems to the issues. */
  Listing(Scope scope, ListPages pages, ObservationIssues issues) {
    this.scope = scope;
    this.operation = Api.listing(scope.kind());
    this.issues = issues;
    pages.pages().forEach(this::add);
    pages
        .failure()
        .ifPresent(failure -> {
          complete = false;
          issues.fail(failure);
        });
  }

  /** Whether every page was read and is valid. */
  boolean complete() {
    return complete;
  }

  /** All listed ARNs of the scope, including resources that could not be read. */
  Set<Arn> listed() {
    return listed;
  }

  /** The summaries that could be read, in ARN order. */
  SortedMap<Arn, Reading> summaries() {
    return summaries;
  }

  private void add(ReadResult.Found<Page.Read> page) {
    issues.drift(page.drift());
    page.value().resources().forEach(resource -> add(resource, page.answeredAt()));
  }

  private void add(JsonNode resource, Instant answeredAt) {
    var text = resource.path(scope.kind().arnMember());
    var arn = Optional.ofNullable(text.textValue()).flatMap(Arn::find);
    if (arn.isEmpty()) {
      distrust(Optional.empty(), "a listed resource lacks its " + scope.kind().arnMember());
    } else if (!scope.holds(arn.get())) {
      distrust(arn, "a listed resource does not belong to the scope " + scope);
    } else if (ids.add(arn.get().id()) && listed.add(arn.get())) {
      read(arn.get(), resource, answeredAt);
    } else {
      listed.add(arn.get());
      summaries.keySet().removeIf(other -> other.id().equals(arn.get().id()));
      distrust(arn, "a resource is listed twice");
    }
  }

  private void read(Arn arn, JsonNode resource, Instant answeredAt) {
    switch (Normalizer.members(operation, resource, arn)) {
      case Normalized.Malformed malformed ->
          issues.fail(
              FailureClassifier.malformed(operation, Optional.of(arn), malformed.message()));
      case Normalized.Read read -> {
        issues.drift(read.drift());
        summaries.put(arn, new Reading(read.tree(), answeredAt));
      }
    }
  }

  /** The list contradicts itself: a resource that it lacks may exist. */
  private void distrust(Optional<Arn> arn, String message) {
    complete = false;
    issues.fail(FailureClassifier.malformed(operation, arn, message));
  }
}
