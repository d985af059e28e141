package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects the copies of a resource or model, as far as CloudTrail recorded their creation. The
 * ledger has an index of the copies of profiles; of a model, which is copied into its own region
 * alone, the evidence of the profiles that route to it is read. Thread-safe.
 */
final class CopySelector {
  private final LedgerReader reader;
  private final String source;
  private final Set<Arn> copies;

  /**
   * Reads the recorded copies of a resource.
   *
   * @param source the ARN, id or name of a resource, or the ARN or id of a model
   */
  CopySelector(LedgerReader reader, String source) {
    this.reader = reader;
    this.source = source;
    var all = reader.copies().flatMap(stored -> stored.readable().stream()).toList();
    var direct = copies(all, Set.of(source));
    this.copies = direct.isEmpty() ? copies(all, named()) : direct;
  }

  boolean admits(Arn arn, Document document) {
    return copies.contains(arn) || (isCandidate(arn, document) && isOfModel(arn));
  }

  /** A copy of a model routes to this model alone. */
  private boolean isCandidate(Arn arn, Document document) {
    return arn.scope()
            .filter(scope -> scope.kind() == Kind.APPLICATION_INFERENCE_PROFILE)
            .isPresent()
        && Route.of(arn, document).stream()
            .anyMatch(
                route -> source.equals(route.modelId()) || source.endsWith("/" + route.modelId()));
  }

  private boolean isOfModel(Arn arn) {
    return reader
        .evidence(arn)
        .map(StoredItem::value)
        .filter(event -> event.isCreation() && event.isSuccessful())
        .anyMatch(creation -> isOf(creation, Set.of(source)));
  }

  private Set<String> named() {
    var inventory = new Inventory(reader);
    var sources = new HashSet<String>();
    Stream.concat(inventory.now(Filter.ALL), inventory.deleted(Filter.ALL))
        .filter(resource ->
            resource
                .head()
                .document()
                .name(resource.scope().kind())
                .filter(source::equals)
                .isPresent())
        .forEach(resource -> sources.add(resource.head().arn().text()));
    return sources;
  }

  private static Set<Arn> copies(List<Evidence> all, Set<String> sources) {
    return all.stream()
        .filter(copy -> isOf(copy, sources))
        .map(Evidence::arn)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOf(Evidence copy, Set<String> sources) {
    return copy.copiedFrom()
        .filter(from ->
            sources.contains(from)
                || Arn.find(from).filter(arn -> sources.contains(arn.id())).isPresent())
        .isPresent();
  }
}
