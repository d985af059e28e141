package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Scope;
import java.util.HashSet;
import java.util.Optional;

/** Decides whether resources match a filter, with what it needs of the ledger. Thread-safe. */
public final class Selector {
  private final Filter filter;
  private final ModelSelector models;
  private final Optional<CopySelector> copies;

  /** Costs reads only for system profiles among the models, and for the source of copies. */
  public Selector(LedgerReader reader, Filter filter) {
    this.filter = filter;
    this.models = new ModelSelector(reader, filter.models());
    this.copies = filter.copiedFrom().map(source -> new CopySelector(reader, source));
  }

  /** Whether a resource matches. */
  public boolean admits(Arn arn, Document document) {
    return arn.scope()
        .filter(filter::admits)
        .filter(scope -> !filter.needsDocuments() || admits(scope, arn, document))
        .isPresent();
  }

  private boolean admits(Scope scope, Arn arn, Document document) {
    return hasName(scope, document)
        && hasTags(document)
        && lacksTags(scope, document)
        && models.admits(arn, document)
        && copies.filter(all -> !all.admits(arn, document)).isEmpty()
        && filter.left().filter(name -> !Geography.isLeft(scope, document, name)).isEmpty();
  }

  private boolean hasName(Scope scope, Document document) {
    return filter.name().isEmpty()
        || document
            .name(scope.kind())
            .filter(new Wildcard(filter.name().get())::matches)
            .isPresent();
  }

  /** Keys and values may contain equals signs, so complete pairs are compared. */
  private boolean hasTags(Document document) {
    if (filter.tags().isEmpty()) {
      return true;
    }
    var missing = new HashSet<>(filter.tags());
    for (var tag : document.tags().properties()) {
      missing.remove(tag.getKey() + "=" + tag.getValue().asText());
      missing.remove(tag.getKey());
    }
    return missing.isEmpty();
  }

  private boolean lacksTags(Scope scope, Document document) {
    return filter.untagged().isEmpty()
        || (!scope.kind().isSystemDefined()
            && filter.untagged().stream().noneMatch(document.tags()::has));
  }
}
