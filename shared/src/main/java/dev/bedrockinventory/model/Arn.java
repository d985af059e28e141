package dev.bedrockinventory.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Amazon Resource Name of one resource, ordered by its text. Region and account may be empty: a
 * global profile's destination has no region.
 *
 * @param text the full ARN, as the API returned it
 */
public record Arn(String text) implements Comparable<Arn> {
  private static final Pattern FORM =
      Pattern.compile("arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:[!-~]+");

  /** The longest ARN, so that every key of the ledger fits into DynamoDB's 1,024 bytes. */
  private static final int MOST_LETTERS = 900;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is not a valid ARN
   */
  public Arn {
    if (!isArn(text)) {
      throw new IllegalArgumentException(
          "'%s' is not a valid ARN; expected arn:partition:service:region:account:resource in at most %d characters"
              .formatted(text, MOST_LETTERS));
    }
  }

  /** Parses an ARN; empty if the text is not one. */
  public static Optional<Arn> find(String text) {
    return isArn(text) ? Optional.of(new Arn(text)) : Optional.empty();
  }

  /** The region, empty for a global resource. */
  public String region() {
    return part(3);
  }

  /** The account, empty where AWS owns the resource. */
  public String account() {
    return part(4);
  }

  /** The type of the resource: the text before the slash. */
  public String type() {
    var resource = part(5);
    var slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(0, slash);
  }

  /** The id of the resource: the text after the slash. */
  public String id() {
    var resource = part(5);
    return resource.substring(resource.indexOf('/') + 1);
  }

  /** The scope that this resource belongs to, if it is of a kind that is inventoried. */
  public Optional<Scope> scope() {
    if (!part(2).equals("bedrock")) {
      return Optional.empty();
    }
    for (var kind : Kind.values()) {
      if (kind.arnType().equals(type())) {
        return Scope.find(account(), region(), kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Arn other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean isArn(String text) {
    return text.length() <= MOST_LETTERS && FORM.matcher(text).matches();
  }

  private String part(int index) {
    return text.split(":", 6)[index];
  }
}
