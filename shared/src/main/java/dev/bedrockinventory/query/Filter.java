package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * Selects resources. One element of each set must match, but all of the tags and of the untagged
 * keys; an empty set or an absent text matches everything.
 *
 * @param kinds the kinds
 * @param accounts the accounts
 * @param regions the regions that the resources are in
 * @param models models that a profile routes to, as {@link ModelSelector} reads them
 * @param tags tags, each as {@code key=value}, or as {@code key} for any value
 * @param name the name; {@code *} and {@code ?} stand for any characters and for one
 * @param untagged tag keys that are missing; never those of system-defined resources, which nobody
 *     can tag
 * @param copiedFrom the source of a copy whose creation was recorded: its ARN, its id or its name
 * @param left a geography of {@link Geography#names()} that a profile is in and may leave
 */
public record Filter(
    Set<Kind> kinds,
    Set<String> accounts,
    Set<String> regions,
    Set<String> models,
    Set<String> tags,
    Optional<String> name,
    Set<String> untagged,
    Optional<String> copiedFrom,
    Optional<String> left) {
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
    untagged = Set.copyOf(untagged);
  }

  /** A filter by these conditions alone. */
  public Filter(
      Set<Kind> kinds,
      Set<String> accounts,
      Set<String> regions,
      Set<String> models,
      Set<String> tags,
      Optional<String> name) {
    this(
        kinds, accounts, regions, models, tags, name, Set.of(), Optional.empty(), Optional.empty());
  }

  /** The same with further conditions. */
  public Filter with(Set<String> keys, Optional<String> source, Optional<String> geography) {
    return new Filter(kinds, accounts, regions, models, tags, name, keys, source, geography);
  }

  /** Whether resources of this scope can match. */
  public boolean admits(Scope scope) {
    return isAnyOf(kinds, scope.kind())
        && isAnyOf(accounts, scope.account())
        && isAnyOf(regions, scope.region());
  }

  /** The same without the conditions that need documents. */
  Filter ofScopes() {
    return new Filter(kinds, accounts, regions, Set.of(), Set.of(), Optional.empty());
  }

  /** Whether documents are needed to decide whether a resource matches. */
  public boolean needsDocuments() {
    return !equals(ofScopes());
  }

  private static <T> boolean isAnyOf(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
