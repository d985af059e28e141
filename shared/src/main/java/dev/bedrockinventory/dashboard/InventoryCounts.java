package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * How many resources there are.
 *
 * @param kinds the number of each kind
 * @param places the accounts and regions with the most resources
 * @param morePlaces how many accounts and regions are left out
 */
public record InventoryCounts(List<KindCount> kinds, List<PlaceCount> places, int morePlaces) {
  private static final int PLACES = 12;

  /** Copies the lists. */
  public InventoryCounts {
    kinds = List.copyOf(kinds);
    places = List.copyOf(places);
  }

  /**
   * The resources of a kind.
   *
   * @param number how many there are
   * @param words the kind in words
   * @param shown shows them
   */
  public record KindCount(long number, String words, Action shown) {}

  /**
   * The resources of an account and region.
   *
   * @param number how many there are
   * @param shown shows them
   */
  public record PlaceCount(int number, Action shown) {}

  static InventoryCounts of(Collection<Resource> resources, DashboardRequest request) {
    var places = places(resources, request);
    return new InventoryCounts(
        Arrays.stream(Kind.values()).map(kind -> count(kind, resources, request)).toList(),
        places.stream().limit(PLACES).toList(),
        Math.max(0, places.size() - PLACES));
  }

  private static KindCount count(
      Kind kind, Collection<Resource> resources, DashboardRequest request) {
    var number = resources.stream().filter(resource -> resource.scope().kind() == kind).count();
    return new KindCount(
        number,
        kind.label().replace('-', ' ') + (number == 1 ? "" : "s"),
        request.action(
            "Inventory",
            request.parameters().scopesIn(View.INVENTORY).with(ViewParameter.KIND, kind.label())));
  }

  /** Each account and region with its number of resources, the most first. */
  private static List<PlaceCount> places(Collection<Resource> resources, DashboardRequest request) {
    var places = new TreeMap<String, List<Resource>>();
    for (var resource : resources) {
      places
          .computeIfAbsent(Grouping.PLACE.group(resource.scope()), _ -> new ArrayList<>())
          .add(resource);
    }
    return places.values().stream()
        .map(place -> place(place, request))
        .sorted(Comparator.comparingInt(PlaceCount::number).reversed())
        .toList();
  }

  private static PlaceCount place(List<Resource> resources, DashboardRequest request) {
    var scope = resources.getFirst().scope();
    var inventory = request.parameters().scopesIn(View.INVENTORY);
    return new PlaceCount(
        resources.size(),
        request.action(Grouping.PLACE.group(scope), Grouping.PLACE.select(scope, inventory)));
  }
}
