package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Change;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/**
 * Where a page of changes ends. Ordered by time, resource and revision, so that no two changes have
 * the same position and a change that is recorded later moves none.
 *
 * @param observedAt when the change was observed
 * @param arn the resource
 * @param revision the revision
 */
record ChangePosition(Instant observedAt, Arn arn, long revision)
    implements Comparable<ChangePosition> {
  private static final Comparator<ChangePosition> ORDER =
      Comparator.comparing(ChangePosition::observedAt)
          .thenComparing(ChangePosition::arn)
          .thenComparingLong(ChangePosition::revision);
  private static final String SEPARATOR = " ";

  static ChangePosition of(Change change) {
    return new ChangePosition(change.observedAt(), change.arn(), change.revision());
  }

  /**
   * Decodes what {@link #text} encodes.
   *
   * @throws InvalidParameterException if it is nothing of the kind
   */
  static ChangePosition parse(String text) {
    var parts = decoded(text).split(SEPARATOR, -1);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,10}")) {
      throw invalid();
    }
    try {
      return new ChangePosition(
          Instant.parse(parts[0]), new Arn(parts[2]), Long.parseLong(parts[1]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid();
    }
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static InvalidParameterException invalid() {
    return new InvalidParameterException(
        "'%s' must be a position that this view returned; open the view without it"
            .formatted(ViewParameter.AFTER.key()));
  }

  /** The position as an opaque text. An ARN contains no spaces. */
  String text() {
    var plain = String.join(SEPARATOR, Instants.text(observedAt), "" + revision, arn.text());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int compareTo(ChangePosition other) {
    return ORDER.compare(this, other);
  }
}
