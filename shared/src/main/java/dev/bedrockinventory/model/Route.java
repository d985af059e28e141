package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A route to a model: the profile that reaches it, and its destination regions.
 *
 * @param modelId the foundation model's id
 * @param profile the profile
 * @param regions the destination regions; a global destination is the empty text
 */
public record Route(String modelId, Arn profile, SortedSet<String> regions) {
  /**
   * The maximum number of stored routes of one profile, the first in the order of model ids. The
   * service allows five destinations of one model; the bound keeps a change inside one transaction
   * (100 items) for any response of the API.
   */
  public static final int MOST = 40;

  /** The routes of a document, as stored: one for each model id; none if it is not a profile. */
  public static Set<Route> of(Arn profile, Document document) {
    if (profile.scope().filter(scope -> scope.kind().isProfile()).isEmpty()) {
      return Set.of();
    }
    SortedMap<String, SortedSet<String>> regions = new TreeMap<>();
    for (var model : document.tree().path("models")) {
      Arn.find(text(model))
          .ifPresent(
              arn -> regions.computeIfAbsent(arn.id(), id -> new TreeSet<>()).add(arn.region()));
    }
    return regions.entrySet().stream()
        .limit(MOST)
        .map(entry -> new Route(entry.getKey(), profile, entry.getValue()))
        .collect(Collectors.toSet());
  }

  private static String text(JsonNode model) {
    return model.path("modelArn").asText();
  }
}
