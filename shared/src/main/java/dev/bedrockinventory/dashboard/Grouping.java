package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** What an inventory is grouped by. */
enum Grouping {
  /** The account and the region. */
  PLACE("account and region"),
  /** The kind of resource. */
  KIND("kind");

  private static final Comparator<Scope> BY_PLACE =
      Comparator.comparing(Scope::account).thenComparing(Scope::region);

  private static final Comparator<Scope> BY_KIND =
      Comparator.comparing((Scope scope) -> scope.kind().label()).thenComparing(BY_PLACE);

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  /** The grouping that the parameters select; by default that by account and region. */
  static Grouping of(Parameters parameters) {
    return Arrays.stream(values())
        .filter(one -> one.key().equals(parameters.text(ViewParameter.GROUP)))
        .findFirst()
        .orElse(PLACE);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  /**
   * The scopes of one group are next to each other. Kinds of one account and region are equal
   * unless they are the groups.
   */
  Comparator<Scope> order() {
    return switch (this) {
      case PLACE -> BY_PLACE;
      case KIND -> BY_KIND;
    };
  }

  /** The group of a scope. */
  String group(Scope scope) {
    return switch (this) {
      case PLACE -> scope.account() + " · " + scope.region();
      case KIND -> scope.kind().label();
    };
  }

  /** The parameters that select the group of this scope, among what is selected already. */
  Parameters select(Scope scope, Parameters parameters) {
    var first = parameters.with(ViewParameter.AFTER, "");
    return switch (this) {
      case PLACE -> {
        var account = first.with(ViewParameter.ACCOUNT, scope.account());
        yield scope.region().length() <= ViewParameter.MAX_REGION
            ? account.with(ViewParameter.REGION, scope.region())
            : account;
      }
      case KIND -> first.with(ViewParameter.KIND, scope.kind().label());
    };
  }
}
