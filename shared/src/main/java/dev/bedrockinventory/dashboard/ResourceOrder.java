package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Resource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The order of the resources of a list: by scope, then by id. A position in it is an ARN. */
final class ResourceOrder {
  private final Comparator<Position> order;

  /** The order in which scopes are compared like this. */
  ResourceOrder(Comparator<Scope> scopes) {
    order = Comparator.comparing(Position::scope, scopes).thenComparing(Position::id);
  }

  private record Position(Scope scope, String id) {}

  Comparator<Resource> comparator() {
    return Comparator.comparing(ResourceOrder::position, order);
  }

  /**
   * The rows behind a position, even if the resource there exists no more; all without a position.
   *
   * @param rows the rows in this order
   * @param resource the resource of a row
   * @throws InvalidParameterException if the position is not the ARN of a resource
   */
  <T> List<T> after(Optional<String> position, Collection<T> rows, Function<T, Resource> resource) {
    var after = position.map(ResourceOrder::position);
    return rows.stream()
        .filter(
            row -> after.isEmpty() || order.compare(position(resource.apply(row)), after.get()) > 0)
        .toList();
  }

  private static Position position(Resource resource) {
    return new Position(resource.scope(), resource.head().arn().id());
  }

  private static Position position(String arn) {
    return Arn.find(arn)
        .flatMap(found -> found.scope().map(scope -> new Position(scope, found.id())))
        .orElseThrow(Cursors::invalid);
  }
}
