package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.Geography;
import dev.bedrockinventory.query.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects where a system profile, or all application profiles of a model, begin and end. */
final class ProfileRow {
  /** More source regions than this are counted in the mark. */
  private static final int MOST_NAMED = 4;

  private final Optional<String> profile;
  private final Map<String, Integer> sources = new HashMap<>();
  private final Set<String> destinations = new HashSet<>();
  private final Map<String, Instant> vanished = new HashMap<>();
  private final Set<String> left = new TreeSet<>();

  /** A row of the system profile with this id; absent: of application profiles. */
  ProfileRow(Optional<String> profile) {
    this.profile = profile;
  }

  /** Adds a live profile with its destinations of one model. */
  void add(Resource resource, String model) {
    var source = resource.scope().region();
    sources.merge(source, 1, Integer::sum);
    for (var route : resource.head().document().tree().path("models")) {
      var text = route.path("modelArn").asText();
      var arn = Arn.find(text);
      if (arn.isPresent() && ModelMatrix.model(text).equals(model)) {
        destinations.add(arn.get().region());
        if (Geography.isOutside(arn.get().region(), resource)) {
          left.add(source);
        }
      }
    }
  }

  /** Adds a deletion; the last one of a region is shown. */
  void addVanished(String region, Instant at) {
    vanished.merge(region, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  Optional<String> profile() {
    return profile;
  }

  int profiles() {
    return sources.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean isLeft() {
    return !left.isEmpty();
  }

  /** All regions with something to show. */
  Set<String> regions() {
    var regions = new HashSet<>(sources.keySet());
    regions.addAll(destinations);
    regions.addAll(vanished.keySet());
    return regions;
  }

  /** How the geography is left; empty if it is not. */
  String mark() {
    if (left.isEmpty()) {
      return "";
    }
    if (destinations.contains(Geography.ANY)) {
      return "leaves every geography";
    }
    return "leaves its geography from "
        + (left.size() > MOST_NAMED ? left.size() + " regions" : String.join(", ", left));
  }

  MatrixCell cell(String region) {
    var classes = new ArrayList<String>();
    var words = new ArrayList<String>();
    if (sources.containsKey(region)) {
      var count = sources.getOrDefault(region, 0);
      classes.add("bi-src");
      words.add(count == 1 ? "source" : "source of " + count + " profiles");
    }
    if (destinations.contains(region)) {
      classes.add("bi-on");
      words.add("destination");
    }
    var gone = vanished.get(region);
    if (gone != null) {
      classes.add("bi-gone");
      words.add("deleted " + TimeText.minute(gone));
    }
    return words.isEmpty()
        ? MatrixCell.EMPTY
        : new MatrixCell(
            String.join(" ", classes), MatrixCell.label(region) + ": " + String.join(", ", words));
  }
}
