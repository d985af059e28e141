package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the system profiles of one foundation model have in common.
 *
 * @param id such as {@code amazon.nova-lite-v1:0}
 * @param name without a geography
 * @param createdAt as recorded in us-east-2; of a model that was not recorded there the day on
 *     which the profiles were listed
 * @param updatedAt the same of the last change
 */
record FoundationModel(String id, String name, Instant createdAt, Instant updatedAt) {
  private static final Instant LISTED = Instant.parse("2026-08-21T00:00:00Z");

  private static final Map<String, FoundationModel> ALL =
      TabSeparated.rows("foundation-models.tsv", 4).stream()
          .map(row ->
              new FoundationModel(row.get(0), row.get(1), instant(row.get(2)), instant(row.get(3))))
          .collect(Collectors.toMap(FoundationModel::id, Function.identity()));

  /** The model with this id, which must be in the table. */
  static FoundationModel of(String id) {
    return Objects.requireNonNull(ALL.get(id), id);
  }

  private static Instant instant(String text) {
    return text.isEmpty() ? LISTED : Instant.parse(text);
  }
}
