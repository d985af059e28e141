package dev.bedrockinventory.query;

import dev.bedrockinventory.change.Differ;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A difference between the inventories of two instants: a resource that exists in one of them only,
 * or has other fields.
 *
 * @param kind the kind of difference
 * @param resource the resource, as it is at the later instant, or was at the earlier one
 * @param fields what differs; empty unless it exists in both
 */
public record InventoryDiff(Kind kind, Resource resource, List<FieldChange> fields) {
  /** The kind of a difference. */
  public enum Kind {
    /** It exists at the later instant only. */
    ADDED,
    /** It exists at the earlier instant only. */
    REMOVED,
    /** It has other fields. */
    CHANGED
  }

  /** Copies the fields. */
  public InventoryDiff {
    fields = List.copyOf(fields);
  }

  /**
   * The differences, ordered by account, region, kind and id. A resource is selected if it matches
   * at either instant. Costs as much as the two inventories.
   */
  public static List<InventoryDiff> of(
      LedgerReader reader, Instant from, Instant to, Filter filter) {
    var inventory = new Inventory(reader);
    var before = byArn(inventory.asOf(from, filter.ofScopes()));
    var after = byArn(inventory.asOf(to, filter.ofScopes()));
    var selector = new Selector(reader, filter);
    var arns = new TreeSet<>(before.keySet());
    arns.addAll(after.keySet());
    var differences = new ArrayList<InventoryDiff>();
    for (var arn : arns) {
      var old = Optional.ofNullable(before.get(arn));
      var current = Optional.ofNullable(after.get(arn));
      if (Stream.of(old, current)
          .flatMap(Optional::stream)
          .anyMatch(one -> selector.admits(arn, one.head().document()))) {
        of(old, current).ifPresent(differences::add);
      }
    }
    return differences.stream().sorted(Comparator.comparing(InventoryDiff::position)).toList();
  }

  /** How many scopes were read, but not yet at this instant, so that nothing is known of it. */
  public static long unread(LedgerReader reader, Instant at, Filter filter) {
    return Coverage.of(reader, filter).scopes().stream()
        .flatMap(entry -> entry.state().firstListingAt().stream())
        .filter(at::isBefore)
        .count();
  }

  private static Optional<InventoryDiff> of(Optional<Resource> before, Optional<Resource> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return after
          .map(added -> new InventoryDiff(Kind.ADDED, added, List.of()))
          .or(() -> before.map(removed -> new InventoryDiff(Kind.REMOVED, removed, List.of())));
    }
    var fields = Differ.fields(before.get().head().document(), after.get().head().document());
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new InventoryDiff(Kind.CHANGED, after.get(), fields));
  }

  private static Map<Arn, Resource> byArn(Stream<Resource> resources) {
    return resources.collect(
        // A resource that a sweep deletes meanwhile is read as head and as tombstone.
        Collectors.toMap(
            resource -> resource.head().arn(), Function.identity(), (head, tombstone) -> head));
  }

  private String position() {
    return resource.scope() + "#" + resource.head().arn().id();
  }
}
