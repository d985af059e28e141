package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Geography;
import dev.bedrockinventory.query.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where requests for one model may go, in one geography.
 *
 * @param model the id of the model
 * @param geography the name of the geography
 * @param isOwn whether the profile itself is in it
 * @param regions the regions
 */
public record Destination(String model, String geography, boolean isOwn, List<String> regions) {
  private static final int MAX_ROWS = 40;
  private static final int MAX_REGIONS = 40;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("", "Global"),
          Map.entry("af", "Africa"),
          Map.entry("ap", "Asia Pacific"),
          Map.entry("ca", "Canada"),
          Map.entry("cn", "China"),
          Map.entry("eu", "Europe"),
          Map.entry("il", "Israel"),
          Map.entry("me", "Middle East"),
          Map.entry("mx", "Mexico"),
          Map.entry("sa", "South America"),
          Map.entry("us", "United States"));

  /** Copies the list. */
  public Destination {
    regions = List.copyOf(regions);
  }

  /** The destinations of a profile, by model and geography; none of an imported model. */
  static List<Destination> of(Resource resource) {
    var head = resource.head();
    var own = Geography.of(resource.scope().region());
    return Route.of(head.arn(), head.document()).stream()
        .sorted(Comparator.comparing(Route::modelId))
        .flatMap(route ->
            byGeography(route).entrySet().stream()
                .map(group ->
                    new Destination(
                        Excerpt.of(route.modelId()),
                        NAMES.getOrDefault(group.getKey(), Excerpt.of(group.getKey())),
                        group.getKey().equals(own),
                        shown(group.getValue()))))
        .limit(MAX_ROWS)
        .toList();
  }

  private static Map<String, List<String>> byGeography(Route route) {
    var groups = new TreeMap<String, List<String>>();
    for (var region : route.regions()) {
      groups.computeIfAbsent(Geography.of(region), _ -> new ArrayList<>()).add(region);
    }
    return groups;
  }

  private static List<String> shown(List<String> regions) {
    return regions.stream()
        .limit(MAX_REGIONS)
        .map(region -> region.isEmpty() ? "any region" : Excerpt.of(region))
        .toList();
  }
}
