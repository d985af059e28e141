package dev.bedrockinventory.simulator.world;

import java.util.Map;

/**
 * The example account: five application profiles with cost-allocation tags and, where custom model
 * import is supported, two imported models with custom model units.
 */
final class ExampleResources {
  private ExampleResources() {}

  static void create(RegionState place) {
    place.createProfile(
        "checkout-chat",
        Map.of("team", "checkout", "cost-center", "4711", "environment", "production"));
    place.createProfile(
        "search-rerank",
        Map.of("team", "search", "cost-center", "4712", "environment", "production"));
    place.createProfile(
        "support-summaries",
        Map.of("team", "support", "cost-center", "4713", "environment", "production"));
    place.createProfile(
        "support-summaries-staging",
        Map.of("team", "support", "cost-center", "4713", "environment", "staging"));
    place.createProfile("notebooks", Map.of());
    if (Regions.importsModels(place.region())) {
      place.importModel("invoice-reader", 1, Map.of("team", "billing", "cost-center", "4720"));
      place.importModel("contract-reviewer", 2, Map.of("team", "legal", "cost-center", "4721"));
    }
  }
}
