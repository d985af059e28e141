package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order of the resources of a list: by groups of scopes, then by name in any case, then by
 * scope and id, so that no two resources have the same position.
 */
final class ResourceOrder {
  /** Longer names with the same beginning are in the order of their ids. */
  private static final int NAME = 100;

  private static final String SEPARATOR = " ";

  private final Comparator<Position> order;

  /** The order in which scopes are compared like this first. */
  ResourceOrder(Comparator<Scope> scopes) {
    order =
        Comparator.comparing(Position::scope, scopes)
            .thenComparing(Position::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Position::name)
            .thenComparing(Position::scope)
            .thenComparing(position -> position.arn().id());
  }

  private record Position(Arn arn, Scope scope, String name) {}

  Comparator<Resource> comparator() {
    return Comparator.comparing(ResourceOrder::position, order);
  }

  /** The position of a resource as a text. An ARN contains no spaces. */
  static String text(Resource resource) {
    var position = position(resource);
    return position.arn() + SEPARATOR + position.name();
  }

  /**
   * The rows behind a position, even if the resource there exists no more; all without a position.
   *
   * @param rows the rows in this order
   * @param resource the resource of a row
   * @throws InvalidParameterException if it is not a position
   */
  <T> List<T> after(Optional<String> position, Collection<T> rows, Function<T, Resource> resource) {
    var after = position.map(ResourceOrder::position);
    return rows.stream()
        .filter(
            row -> after.isEmpty() || order.compare(position(resource.apply(row)), after.get()) > 0)
        .toList();
  }

  private static Position position(Resource resource) {
    var arn = resource.head().arn();
    var scope = resource.scope();
    var name = resource.head().document().name(scope.kind()).orElse(arn.id());
    return new Position(arn, scope, encodable(Excerpt.beginning(name, NAME)));
  }

  private static Position position(String text) {
    var parts = text.split(SEPARATOR, 2);
    return Arn.find(parts[0])
        .filter(_ -> parts.length == 2)
        .flatMap(arn -> arn.scope().map(scope -> new Position(arn, scope, parts[1])))
        .orElseThrow(CursorSigner::invalid);
  }

  /** Half of a character cannot be encoded, so that a position with it would not be the same. */
  private static String encodable(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
