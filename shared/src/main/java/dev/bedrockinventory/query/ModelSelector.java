package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Selects profiles by models, or by a system profile: itself and its copies. A copy is an
 * application profile whose recorded creation names the system profile as its source; of one
 * without a recorded creation, it is assumed if it has exactly the destinations of that system
 * profile in its account and region. Immutable and thread-safe.
 */
final class ModelSelector {
  private final List<ModelText> models;
  private final List<ModelText> profiles;
  private final Map<Arn, Optional<String>> sources = new HashMap<>();
  private final Map<Scope, Set<Set<String>>> destinations = new HashMap<>();

  /** Costs reads only if there is a system profile among the texts: the copies, and its heads. */
  ModelSelector(LedgerReader reader, Set<String> texts) {
    var all = texts.stream().map(ModelText::new).toList();
    models = all.stream().filter(text -> !text.isProfile()).toList();
    profiles = all.stream().filter(ModelText::isProfile).toList();
    if (!profiles.isEmpty()) {
      reader
          .copies()
          .flatMap(stored -> stored.readable().stream())
          .forEach(copy -> sources.put(copy.arn(), copy.copiedFrom()));
      reader
          .knownScopes()
          .filter(scope -> scope.kind() == Kind.SYSTEM_INFERENCE_PROFILE)
          .forEach(scope -> read(reader, scope));
    }
  }

  /** Whether a resource is one of these profiles, or routes to one of these models. */
  boolean admits(Arn arn, Document document) {
    return (models.isEmpty() && profiles.isEmpty())
        || isProfile(arn)
        || isCopy(arn, document)
        || routesToModel(document);
  }

  private boolean routesToModel(Document document) {
    return destinations(document).stream()
        .flatMap(text -> Arn.find(text).stream())
        .anyMatch(destination -> models.stream().anyMatch(model -> model.matches(destination)));
  }

  private boolean isProfile(Arn arn) {
    return profiles.stream()
        .map(profile -> new Wildcard(profile.text()))
        .anyMatch(wildcard -> wildcard.matches(arn.text()) || wildcard.matches(arn.id()));
  }

  private boolean isCopy(Arn arn, Document document) {
    var scope = arn.scope().filter(one -> one.kind() == Kind.APPLICATION_INFERENCE_PROFILE);
    if (profiles.isEmpty() || scope.isEmpty()) {
      return false;
    }
    var source = sources.get(arn);
    return source == null
        ? destinations.getOrDefault(system(scope.get()), Set.of()).contains(destinations(document))
        : source.flatMap(Arn::find).filter(this::isProfile).isPresent();
  }

  private void read(LedgerReader reader, Scope scope) {
    var found = new HashSet<Set<String>>();
    reader
        .heads(scope)
        .map(StoredItem::value)
        .filter(head -> isProfile(head.arn()))
        .map(Head::document)
        .forEach(document -> found.add(destinations(document)));
    destinations.put(scope, found);
  }

  private static Scope system(Scope scope) {
    return new Scope(scope.account(), scope.region(), Kind.SYSTEM_INFERENCE_PROFILE);
  }

  private static Set<String> destinations(Document document) {
    var texts = new TreeSet<String>();
    for (var model : document.tree().path("models")) {
      texts.add(model.path("modelArn").asText());
    }
    return texts;
  }
}
