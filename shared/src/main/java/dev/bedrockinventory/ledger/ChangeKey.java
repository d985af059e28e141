package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import java.time.Instant;

/**
 * A change by its keys alone: enough to count and to select changes. It costs as many read units as
 * the change itself, but a fraction of what is transferred and decoded.
 *
 * @param arn the resource
 * @param number the revision's number
 * @param change the change kind
 * @param observedAt when it was observed
 */
public record ChangeKey(Arn arn, long number, ChangeKind change, Instant observedAt) {
  /** {@code <instant>#<arn>#<revision, ten digits>}: unique in the ledger, and sorts by time. */
  public String text() {
    return ItemKey.changeKey(arn, number, observedAt);
  }
}
