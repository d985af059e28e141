package dev.bedrockinventory.simulator.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The system-defined profiles of an account and region, from the table of profiles that were
 * recorded in us-east-2.
 *
 * <p>Regions whose name begins with {@code us-} (and sa-east-1, which has no geography of its own
 * here) keep the recorded ids and destinations; a source region that is not among the three
 * destinations is added to them. Elsewhere the geography's prefix replaces {@code us.} and its
 * regions for the recorded destinations, the source region first. One global profile exists in
 * every region; its second destination has an empty region, as in the service.
 */
final class SystemProfiles {
  private static final String TABLE = "system-profiles.tsv";
  private static final List<String> RECORDED = List.of("us-east-2", "us-east-1", "us-west-2");
  private static final String GLOBAL_MODEL = "amazon.nova-2-lite-v1:0";

  private SystemProfiles() {}

  static List<InferenceProfile> of(String account, String region) {
    var geography = Regions.geography(region);
    var profiles = new ArrayList<InferenceProfile>();
    for (String[] row : rows()) {
      String model = row[0].substring("us.".length());
      var regions = new ArrayList<String>();
      for (String recorded : row[4].split(" ", -1)) {
        regions.addAll(destination(recorded, region, geography));
      }
      var models =
          regions.stream().distinct().map(to -> Regions.foundationModel(to, model)).toList();
      String name = geography.label() + row[1].substring("US".length());
      profiles.add(
          new InferenceProfile(
              arn(account, region, geography.prefix() + "." + model),
              geography.prefix() + "." + model,
              name,
              Optional.of("Routes requests to " + name + " in " + routes(region, geography) + "."),
              Instant.parse(row[2]),
              Instant.parse(row[3]),
              models,
              "ACTIVE",
              InferenceProfile.Type.SYSTEM_DEFINED,
              Map.of()));
    }
    profiles.add(global(account, region));
    return profiles;
  }

  private static InferenceProfile global(String account, String region) {
    String id = "global." + GLOBAL_MODEL;
    return new InferenceProfile(
        arn(account, region, id),
        id,
        "Global Amazon Nova 2 Lite",
        Optional.of("Routes requests to Amazon Nova 2 Lite globally across all supported Regions."),
        Instant.parse("2025-11-26T00:00:00Z"),
        Instant.parse("2025-12-01T21:46:45.230611Z"),
        List.of(
            Regions.foundationModel(region, GLOBAL_MODEL),
            "arn:" + Regions.partition(region) + ":bedrock:::foundation-model/" + GLOBAL_MODEL),
        "ACTIVE",
        InferenceProfile.Type.SYSTEM_DEFINED,
        Map.of());
  }

  private static List<String> destination(
      String recorded, String region, Regions.Geography geography) {
    if (geography.prefix().equals("us")) {
      boolean addSource = recorded.equals("us-east-1") && !RECORDED.contains(region);
      return addSource ? List.of(region, recorded) : List.of(recorded);
    }
    var others = new ArrayList<>(geography.regions());
    others.remove(region);
    int place = RECORDED.indexOf(recorded);
    if (place == 0) {
      return List.of(region);
    }
    return place <= others.size() ? List.of(others.get(place - 1)) : List.of();
  }

  private static String routes(String region, Regions.Geography geography) {
    var regions = new TreeSet<>(geography.regions());
    regions.add(region);
    return String.join(", ", regions);
  }

  private static String arn(String account, String region, String id) {
    return "arn:%s:bedrock:%s:%s:inference-profile/%s"
        .formatted(Regions.partition(region), region, account, id);
  }

  private static List<String[]> rows() {
    try (var stream = Objects.requireNonNull(SystemProfiles.class.getResourceAsStream(TABLE));
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's " + TABLE + " cannot be read; build it again", e);
    }
  }
}
