package dev.bedrockinventory.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One account, one region, one kind: exactly one chain of list pages, the unit of a complete
 * observation. Ordered by account, region and kind.
 *
 * @param account the account's twelve digits
 * @param region the region's code, such as {@code us-east-2}
 * @param kind the kind of resource
 */
public record Scope(String account, String region, Kind kind) implements Comparable<Scope> {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");
  private static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::account)
          .thenComparing(Scope::region)
          .thenComparing(scope -> scope.kind().label());

  /**
   * Checks the forms.
   *
   * @throws IllegalArgumentException if account or region is malformed
   */
  public Scope {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a valid account id; expected twelve digits such as 111122223333"
              .formatted(account));
    }
    if (!REGION.matcher(region).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a valid region; expected a code such as us-east-2".formatted(region));
    }
  }

  /** The scope of these parts; empty if account or region is malformed. */
  public static Optional<Scope> find(String account, String region, Kind kind) {
    return ACCOUNT.matcher(account).matches() && REGION.matcher(region).matches()
        ? Optional.of(new Scope(account, region, kind))
        : Optional.empty();
  }

  /** The scope's text in keys: {@code <account>#<region>#<kind>}. */
  public String key() {
    return account + "#" + region + "#" + kind.label();
  }

  /** Whether a resource with this ARN can be a member of this scope. */
  public boolean holds(Arn arn) {
    var prefix = "bedrock:" + region + ":" + account + ":" + kind.arnType() + "/";
    return arn.text().startsWith(prefix, arn.text().indexOf(':', "arn:".length()) + 1);
  }

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return key();
  }
}
