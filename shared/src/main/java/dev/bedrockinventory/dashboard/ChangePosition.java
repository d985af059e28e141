package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import java.time.DateTimeException;
import java.time.Instant;
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

  static ChangePosition of(ChangeKey change) {
    return new ChangePosition(change.observedAt(), change.arn(), change.number());
  }

  /**
   * Decodes what {@link #text} encodes.
   *
   * @throws InvalidParameterException if it is not a position
   */
  static ChangePosition parse(String text) {
    var parts = text.split(SEPARATOR, -1);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,10}")) {
      throw CursorSigner.invalid();
    }
    try {
      return new ChangePosition(
          Instant.parse(parts[0]), new Arn(parts[2]), Long.parseLong(parts[1]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw CursorSigner.invalid();
    }
  }

  /** The position as a text. An ARN contains no spaces. */
  String text() {
    return String.join(SEPARATOR, Instants.text(observedAt), "" + revision, arn.text());
  }

  @Override
  public int compareTo(ChangePosition other) {
    return ORDER.compare(this, other);
  }
}
