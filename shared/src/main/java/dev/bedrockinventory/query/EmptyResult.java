package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a filter may have matched nothing: an absence of data is not the absence of a resource. */
public final class EmptyResult {
  private static final int MOST_NAMED = 3;

  private final LedgerReader reader;
  private final Filter filter;

  /** The reasons of this filter. */
  public EmptyResult(LedgerReader reader, Filter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  /**
   * The possible reasons, in words; empty if all admitted scopes were read, and each named model is
   * in the ledger. Costs about as much as the inventory.
   */
  public List<String> reasons() {
    return Stream.concat(
            filter.models().stream().sorted().flatMap(text -> model(text).stream()),
            scopes().stream())
        .toList();
  }

  private Optional<String> model(String text) {
    if (!matching(text).isEmpty()) {
      return Optional.empty();
    }
    if (new ModelText(text).isProfile()) {
      return Optional.of("no system profile '%s' exists in the ledger now".formatted(text));
    }
    return Optional.of(
        resource(text)
            .map(found ->
                "'%s' is an %s, not a model; './inventory show' shows its models"
                    .formatted(text, found.scope().kind()))
            .orElse("no profile that exists now routes to a model '%s'".formatted(text)));
  }

  private List<Resource> matching(String text) {
    var only = new Filter(Set.of(), Set.of(), Set.of(), Set.of(text), Set.of(), Optional.empty());
    return new Inventory(reader).now(only).limit(1).toList();
  }

  private Optional<Resource> resource(String text) {
    return switch (new ResourceFinder(reader).find(text, Filter.ALL)) {
      case ResourceFinder.Match.One one -> Optional.of(one.resource());
      case ResourceFinder.Match.Several several -> Optional.of(several.resources().getFirst());
      case ResourceFinder.Match.None _ -> Optional.empty();
    };
  }

  private Optional<String> scopes() {
    if (reader.knownScopes().noneMatch(filter::admits)) {
      return Optional.of("no scope of these accounts, regions and kinds was ever swept");
    }
    var accounts = new TreeSet<>(filter.accounts());
    var regions = new TreeSet<>(filter.regions());
    reader
        .knownScopes()
        .filter(filter::admits)
        .forEach(scope -> {
          accounts.remove(scope.account());
          regions.remove(scope.region());
        });
    if (!accounts.isEmpty() || !regions.isEmpty()) {
      accounts.addAll(regions);
      return Optional.of("never swept: " + String.join(", ", accounts));
    }
    var unread =
        Coverage.of(reader, filter).scopes().stream().filter(EmptyResult::isUnread).toList();
    return unread.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d of the scopes %s not completely read when last swept, such as %s; './inventory coverage' shows why"
                .formatted(unread.size(), unread.size() == 1 ? "was" : "were", names(unread)));
  }

  private static boolean isUnread(ScopeEntry entry) {
    var state = entry.state();
    return state.outcome().filter(outcome -> outcome == Outcome.COMPLETE).isEmpty()
        && state.reason().filter(reason -> reason == Reason.UNSUPPORTED).isEmpty();
  }

  private static String names(List<ScopeEntry> scopes) {
    return scopes.stream()
        .limit(MOST_NAMED)
        .map(entry -> entry.state().scope())
        .map(scope -> "%s in %s of %s".formatted(scope.kind(), scope.region(), scope.account()))
        .collect(Collectors.joining(", "));
  }
}
