package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.query.FieldSentence;
import java.time.Instant;
import java.util.List;

/**
 * One change as a row.
 *
 * @param kind the change kind
 * @param at when it was observed
 * @param resource shows the resource
 * @param place the account, the region and the kind of resource
 * @param fields what changed
 * @param who the short names of those who did it; empty if unknown
 */
public record ChangeRow(
    ChangeKind kind,
    Instant at,
    Action resource,
    String place,
    List<FieldSentence> fields,
    List<String> who) {
  /** Copies the lists. */
  public ChangeRow {
    fields = List.copyOf(fields);
    who = List.copyOf(who);
  }
}
