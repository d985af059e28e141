package dev.bedrockinventory.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Selects resources. One element of each set must match, and all of the tags; an empty set or an
 * absent name matches everything.
 *
 * @param kinds the kinds
 * @param accounts the accounts
 * @param regions the regions that the resources are in
 * @param models models, by id or ARN, that a profile routes to
 * @param tags tags, each as {@code key=value}
 * @param name the name, exactly
 */
public record Filter(
    Set<Kind> kinds,
    Set<String> accounts,
    Set<String> regions,
    Set<String> models,
    Set<String> tags,
    Optional<String> name) {
  /** Matches everything. */
  public static final Filter ALL =
      new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

  /** Copies the sets. */
  public Filter {
    kinds = Set.copyOf(kinds);
    accounts = Set.copyOf(accounts);
    regions = Set.copyOf(regions);
    models = Set.copyOf(models);
    tags = Set.copyOf(tags);
  }

  /** Whether resources of this scope can match. */
  public boolean admits(Scope scope) {
    return isAnyOf(kinds, scope.kind())
        && isAnyOf(accounts, scope.account())
        && isAnyOf(regions, scope.region());
  }

  /** Whether a resource of an admitted scope matches, by its document. */
  public boolean admits(Kind kind, Document document) {
    return !needsDocuments()
        || ((name.isEmpty() || name.equals(document.name(kind)))
            && hasTags(document)
            && routesToModel(document));
  }

  /** Whether documents are needed to decide whether a resource matches. */
  boolean needsDocuments() {
    return !models.isEmpty() || !tags.isEmpty() || name.isPresent();
  }

  private static <T> boolean isAnyOf(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  /** Keys and values may contain equals signs, so complete pairs are compared. */
  private boolean hasTags(Document document) {
    var missing = new HashSet<>(tags);
    for (var tag : document.tags().properties()) {
      missing.remove(tag.getKey() + "=" + tag.getValue().asText());
    }
    return missing.isEmpty();
  }

  private boolean routesToModel(Document document) {
    if (models.isEmpty()) {
      return true;
    }
    for (JsonNode model : document.tree().path("models")) {
      var text = model.path("modelArn").asText();
      if (models.contains(text)
          || Arn.find(text).filter(arn -> models.contains(arn.id())).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
