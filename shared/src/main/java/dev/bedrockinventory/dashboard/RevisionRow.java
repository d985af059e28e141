package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.query.FieldSentence;
import java.util.List;
import java.util.Optional;

/**
 * One revision of a resource in its timeline.
 *
 * @param number its number
 * @param kind the change kind
 * @param at when it was observed
 * @param fields what changed
 * @param who those who did it; empty if unknown
 * @param alsoSeen the other calls since the revision before, which explain nothing of it
 * @param proofs the proofs of a deletion
 * @param compare compares it with the revision before, absent for the first
 */
public record RevisionRow(
    long number,
    ChangeKind kind,
    String at,
    List<FieldSentence> fields,
    List<String> who,
    List<String> alsoSeen,
    List<String> proofs,
    Optional<Action> compare) {
  /** Copies the lists. */
  public RevisionRow {
    fields = List.copyOf(fields);
    who = List.copyOf(who);
    alsoSeen = List.copyOf(alsoSeen);
    proofs = List.copyOf(proofs);
  }
}
