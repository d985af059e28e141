package dev.bedrockinventory.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How many resources of a kind an account may have in a region.
 *
 * @param limits the limit of each kind that has one
 * @param source where AWS states the current default limits
 * @param entered the day on which these default limits were entered into this program
 */
public record Quotas(Map<Kind, Integer> limits, String source, LocalDate entered) {
  private static final String RESOURCE = "quotas.json";

  /** Copies the limits. */
  public Quotas {
    limits = Map.copyOf(limits);
  }

  /** The default limits; those of an account may be higher or lower. */
  public static Quotas defaults() {
    try (var text = Objects.requireNonNull(Quotas.class.getResourceAsStream(RESOURCE))) {
      return of(CanonicalJson.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Quotas of(JsonNode tree) {
    var limits = new EnumMap<Kind, Integer>(Kind.class);
    for (var quota : tree.path("quotas")) {
      limits.put(Kind.find(quota.path("kind").asText()).orElseThrow(), quota.path("limit").asInt());
    }
    return new Quotas(
        limits, tree.path("source").asText(), LocalDate.parse(tree.path("entered").asText()));
  }

  /** The same with other limits of some kinds. */
  public Quotas with(Map<Kind, Integer> others) {
    var all = new EnumMap<Kind, Integer>(Kind.class);
    all.putAll(limits);
    all.putAll(others);
    return new Quotas(all, source, entered);
  }

  /** The limit of a kind; AWS publishes none for system-defined resources. */
  Optional<Integer> limit(Kind kind) {
    return Optional.ofNullable(limits.get(kind));
  }
}
