package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One page of a list, with its resources as raw JSON. */
public sealed interface Page {
  /**
   * A valid page.
   *
   * @param resources the elements of its array, in order, not validated
   * @param nextToken the token of the next page; empty on the last, also if the API returned an
   *     empty text or null
   * @param drift unmodeled members beside the resources; without example
   */
  record Read(List<JsonNode> resources, Optional<String> nextToken, List<UnmodeledMember> drift)
      implements Page {
    /** Copies the lists. */
    public Read {
      resources = List.copyOf(resources);
      drift = List.copyOf(drift);
    }
  }

  /**
   * Not a valid page of this operation.
   *
   * @param message why, in one line
   */
  record Malformed(String message) implements Page {}

  /**
   * Parses a response.
   *
   * @throws IllegalArgumentException if the operation has no pages
   */
  static Page open(Operation operation, JsonNode answer) {
    var names =
        operation
            .paging()
            .orElseThrow(() -> new IllegalArgumentException(operation + " has no pages"));
    var array = answer.path(names.resources());
    if (!array.isArray()) {
      return new Malformed("the response lacks its array " + names.resources());
    }
    var token = answer.path(names.token());
    if (!token.isTextual() && !token.isNull() && !token.isMissingNode()) {
      return new Malformed("member %s is not a string".formatted(names.token()));
    }
    var resources = new ArrayList<JsonNode>();
    array.forEach(resources::add);
    return new Read(
        resources,
        Optional.ofNullable(token.textValue()).filter(text -> !text.isEmpty()),
        unmodeled(operation, answer));
  }

  private static List<UnmodeledMember> unmodeled(Operation operation, JsonNode answer) {
    var known = MemberRules.answer(operation).known();
    return answer.properties().stream()
        .filter(member -> !known.containsKey(member.getKey()))
        .map(member ->
            new UnmodeledMember(
                operation.label(), member.getKey(), MemberNormalizer.type(member.getValue()), ""))
        .toList();
  }
}
