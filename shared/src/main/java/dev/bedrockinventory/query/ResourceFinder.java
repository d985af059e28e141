package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a resource by its ARN, id or name, as the Bedrock API does. A live resource is preferred to
 * deleted ones of the same name. Not thread-safe.
 */
public final class ResourceFinder {
  /** The result of a search. */
  public sealed interface Match {
    /**
     * One resource.
     *
     * @param resource the resource
     */
    record One(Resource resource) implements Match {}

    /** No resource, live or deleted. */
    record None() implements Match {}

    /**
     * More than one.
     *
     * @param resources all of them, at least two, in order
     */
    record Several(List<Resource> resources) implements Match {
      /** Copies the list. */
      public Several {
        resources = List.copyOf(resources);
      }
    }
  }

  private final LedgerReader reader;

  /** A finder for this ledger. */
  public ResourceFinder(LedgerReader reader) {
    this.reader = reader;
  }

  /** Finds a resource among those that the filter admits. */
  public Match find(String text, Filter filter) {
    var arnScope = Arn.find(text).flatMap(Arn::scope);
    if (arnScope.isPresent()) {
      return find(new Arn(text), arnScope.get());
    }
    var live = match(text, live(filter));
    return live instanceof Match.None ? match(text, new Inventory(reader).deleted(filter)) : live;
  }

  private Match find(Arn arn, Scope scope) {
    return reader
        .findHead(scope, arn)
        .map(head -> Resource.live(scope, head.value()))
        .or(() ->
            reader
                .findTombstone(scope, arn)
                .map(tombstone -> Resource.deleted(scope, tombstone.value())))
        .<Match>map(Match.One::new)
        .orElseGet(Match.None::new);
  }

  private static Match match(String text, Stream<Resource> resources) {
    var matching = resources.filter(resource -> isNamed(text, resource)).toList();
    return switch (matching.size()) {
      case 0 -> new Match.None();
      case 1 -> new Match.One(matching.getFirst());
      default -> new Match.Several(matching);
    };
  }

  private static boolean isNamed(String text, Resource resource) {
    return resource.head().arn().id().equals(text)
        || resource
            .head()
            .document()
            .name(resource.scope().kind())
            .filter(text::equals)
            .isPresent();
  }

  private Stream<Resource> live(Filter filter) {
    return scopes(filter)
        .flatMap(scope ->
            reader.heads(scope).map(StoredItem::value).map(head -> Resource.live(scope, head)));
  }

  private Stream<Scope> scopes(Filter filter) {
    return reader.knownScopes().filter(filter::admits);
  }
}
