package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Arn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The number of resources with the same value.
 *
 * @param value the value; absent: those without one
 * @param count how many resources have it
 */
public record Grouped(Optional<String> value, long count) {
  /** Groups by account, region, kind, model, or the value of a tag. */
  public sealed interface By {
    /** The name of this grouping: {@code account}, or {@code tag:team}. */
    String label();

    /** A part of each resource. */
    enum Part implements By {
      /** The account. */
      ACCOUNT,
      /** The region that the resource is in. */
      REGION,
      /** The kind. */
      KIND,
      /** Each model that a profile routes to, so that it may count several times. */
      MODEL;

      @Override
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /**
     * The value of a tag.
     *
     * @param key its key
     */
    record Tag(String key) implements By {
      /** What is before the key in the name of this grouping. */
      public static final String PREFIX = "tag:";

      @Override
      public String label() {
        return PREFIX + key;
      }
    }
  }

  /**
   * The groups, the largest first, those of the same size by value. Nobody can tag system-defined
   * resources, so that they are not counted by a tag.
   */
  public static List<Grouped> of(Stream<Resource> resources, By by) {
    Map<Optional<String>, Long> counts = new HashMap<>();
    resources
        .filter(resource -> isCounted(resource, by))
        .forEach(resource -> {
          var values = values(resource, by);
          if (values.isEmpty()) {
            counts.merge(Optional.empty(), 1L, Long::sum);
          }
          values.forEach(value -> counts.merge(Optional.of(value), 1L, Long::sum));
        });
    return counts.entrySet().stream()
        .map(group -> new Grouped(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparingLong(Grouped::count)
                .reversed()
                .thenComparing(group -> group.value().isEmpty())
                .thenComparing(group -> group.value().orElse("")))
        .toList();
  }

  private static boolean isCounted(Resource resource, By by) {
    return !(by instanceof By.Tag && resource.scope().kind().isSystemDefined());
  }

  private static Set<String> values(Resource resource, By by) {
    return switch (by) {
      case By.Part.ACCOUNT -> Set.of(resource.scope().account());
      case By.Part.REGION -> Set.of(resource.scope().region());
      case By.Part.KIND -> Set.of(resource.scope().kind().label());
      case By.Part.MODEL -> models(resource);
      case By.Tag(var key) ->
          Optional.ofNullable(resource.head().document().tags().get(key))
              .map(value -> Set.of(value.asText()))
              .orElse(Set.of());
    };
  }

  private static Set<String> models(Resource resource) {
    var ids = new TreeSet<String>();
    for (var model : resource.head().document().tree().path("models")) {
      var text = model.path("modelArn").asText();
      ids.add(Arn.find(text).map(Arn::id).orElse(text));
    }
    return ids;
  }
}
