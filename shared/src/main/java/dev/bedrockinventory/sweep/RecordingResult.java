package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.ObservationSummary.StoredDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a look.
 *
 * @param outcome how it ended
 * @param failures what could not be read or recorded, or stayed unknown
 * @param changes how many revisions were recorded, every change kind present
 * @param omissions how many resources the listing lacked although Get found them
 * @param drift the unmodelled members that only the confirmations told, or they too
 * @param getTellsMore whether a Get told a member that the profile's summary had not
 * @param digest the digest to store
 */
record RecordingResult(
    Outcome outcome,
    List<Failure> failures,
    Map<ChangeKind, Integer> changes,
    int omissions,
    List<UnmodeledMember> drift,
    boolean getTellsMore,
    Optional<StoredDigest> digest) {
  /** Nothing was compared: nothing could be, or nothing had to be. */
  static RecordingResult withoutChanges(Outcome outcome, List<Failure> failures) {
    var none = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var change : ChangeKind.values()) {
      none.put(change, 0);
    }
    return new RecordingResult(outcome, failures, none, 0, List.of(), false, Optional.empty());
  }
}
