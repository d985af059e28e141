package dev.bedrockinventory.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The system-defined profiles of an account and region: those that the region listed on 2026-08-21,
 * with the destinations that Get returned there that day.
 *
 * <p>The recorded lists are of geographic profiles. A global profile has the source region as its
 * destination and one with an empty region, as recorded for Nova 2 Lite. Nothing is recorded of
 * GovCloud: its regions have one profile, {@code us-gov.} with both of them as destinations. Other
 * regions without a record have none.
 */
final class SystemProfiles {
  private static final String GLOBAL = "global";
  private static final List<String> GOVERNMENT = List.of("us-gov-east-1", "us-gov-west-1");

  private static final List<Row> ROWS =
      Stream.concat(
              TabSeparated.rows("system-profiles.tsv", 3).stream().map(Row::of),
              Stream.of(
                  new Row("us-gov", "amazon.nova-pro-v1:0", Set.copyOf(GOVERNMENT), GOVERNMENT)))
          .toList();

  private SystemProfiles() {}

  /** The profiles, ordered by id. */
  static List<InferenceProfile> of(String account, String region) {
    return ROWS.stream()
        .filter(row -> row.sources().contains(region))
        .map(row -> row.profile(account, region))
        .toList();
  }

  /**
   * A profile in the source regions where its destinations are the same.
   *
   * @param prefix such as {@code us}
   * @param model the foundation model's id
   * @param sources the source regions
   * @param destinations the destination regions, empty if the profile is global
   */
  private record Row(String prefix, String model, Set<String> sources, List<String> destinations) {
    static Row of(List<String> columns) {
      var id = columns.getFirst().split("\\.", 2);
      return new Row(id[0], id[1], Set.copyOf(words(columns.get(1))), words(columns.get(2)));
    }

    InferenceProfile profile(String account, String region) {
      var foundation = FoundationModel.of(model);
      var id = prefix + "." + model;
      return new InferenceProfile(
          "arn:%s:bedrock:%s:%s:inference-profile/%s"
              .formatted(Regions.partition(region), region, account, id),
          id,
          label() + " " + foundation.name(),
          Optional.of("Routes requests to %s %s.".formatted(foundation.name(), where())),
          foundation.createdAt(),
          foundation.updatedAt(),
          models(region),
          "ACTIVE",
          InferenceProfile.Type.SYSTEM_DEFINED,
          Map.of());
    }

    private List<String> models(String region) {
      return destinations.isEmpty()
          ? List.of(
              Regions.foundationModel(region, model),
              "arn:%s:bedrock:::foundation-model/%s".formatted(Regions.partition(region), model))
          : destinations.stream().map(to -> Regions.foundationModel(to, model)).toList();
    }

    private String label() {
      return prefix.equals(GLOBAL) ? "Global" : prefix.toUpperCase(Locale.ROOT);
    }

    private String where() {
      return destinations.isEmpty()
          ? "globally across all supported Regions"
          : "in " + String.join(", ", destinations);
    }

    private static List<String> words(String column) {
      return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
    }
  }
}
