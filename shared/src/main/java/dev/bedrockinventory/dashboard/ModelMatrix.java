package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Geography;
import dev.bedrockinventory.query.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the profiles that reach each model. */
final class ModelMatrix {
  private static final int MOST_ID = 900;

  /**
   * The rows of a model.
   *
   * @param id its id
   * @param rows its profiles; those that leave their geography first
   */
  record ModelRows(String id, List<ProfileRow> rows) {
    /** Sorts the models: first those that a profile reaches outside its geography. */
    String position() {
      return (rows.stream().anyMatch(ProfileRow::isLeft) ? "0" : "1") + id;
    }
  }

  /** The application profiles that leave their geography have a row of their own. */
  private record Key(Optional<String> profile, boolean isLeft) {}

  private final Map<String, Map<Key, ProfileRow>> models = new TreeMap<>();

  /** Adds a live profile. */
  void add(Resource profile) {
    var isSystem = profile.scope().kind().isSystemDefined();
    var key =
        isSystem
            ? system(profile.head().arn())
            : new Key(Optional.empty(), Geography.isLeft(profile));
    for (var model : models(profile.head().document())) {
      row(model, key).add(profile, model);
    }
  }

  /** Adds a system profile that vanished. */
  void addVanished(Resource profile, Instant at) {
    var head = profile.head();
    for (var model : models(head.document())) {
      row(model, system(head.arn())).addVanished(profile.scope().region(), at);
    }
  }

  /** The models whose id, or one of whose profiles' ids, contains this text in any case. */
  List<ModelRows> models(String text) {
    return models.entrySet().stream()
        .map(model -> new ModelRows(model.getKey(), sorted(model.getValue())))
        .filter(model -> contains(model, text.toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparing(ModelRows::position))
        .toList();
  }

  /** The id of a model; the beginning of a text that is not an ARN. */
  static String model(String modelArn) {
    return Arn.find(modelArn).map(Arn::id).orElseGet(() -> Excerpt.beginning(modelArn, MOST_ID));
  }

  private static Key system(Arn arn) {
    return new Key(Optional.of(arn.id()), false);
  }

  private ProfileRow row(String model, Key key) {
    return models
        .computeIfAbsent(model, _ -> new HashMap<>())
        .computeIfAbsent(key, _ -> new ProfileRow(key.profile()));
  }

  private static Set<String> models(Document document) {
    var models = new TreeSet<String>();
    for (var route : document.tree().path("models")) {
      models.add(model(route.path("modelArn").asText()));
    }
    return models;
  }

  /** Application profiles come behind the system profiles. */
  private static List<ProfileRow> sorted(Map<Key, ProfileRow> rows) {
    return rows.values().stream()
        .sorted(
            Comparator.comparing(ProfileRow::isLeft)
                .reversed()
                .thenComparing(row -> row.profile().isEmpty())
                .thenComparing(row -> row.profile().orElse("")))
        .toList();
  }

  private static boolean contains(ModelRows model, String text) {
    return model.id().toLowerCase(Locale.ROOT).contains(text)
        || model.rows().stream()
            .flatMap(row -> row.profile().stream())
            .anyMatch(profile -> profile.toLowerCase(Locale.ROOT).contains(text));
  }
}
