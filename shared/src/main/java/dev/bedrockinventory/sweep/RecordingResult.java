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
 * The result of recording an observation.
 *
 * @param outcome how it ended
 * @param failures what could not be read or recorded, or remained unknown
 * @param changes the number of recorded revisions for each change kind
 * @param omissions the number of resources that the listing lacked although Get found them
 * @param drift the unmodeled members in the responses of confirmations
 * @param digest the digest to store
 * @param ended whether every change was written or needs none: neither the time was up, nor did
 *     other writers prevent it
 */
record RecordingResult(
    Outcome outcome,
    List<Failure> failures,
    Map<ChangeKind, Integer> changes,
    int omissions,
    List<UnmodeledMember> drift,
    Optional<StoredDigest> digest,
    boolean ended) {
  /** No comparison was possible or needed. */
  static RecordingResult withoutChanges(Outcome outcome, List<Failure> failures) {
    var none = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var change : ChangeKind.values()) {
      none.put(change, 0);
    }
    return new RecordingResult(outcome, failures, none, 0, List.of(), Optional.empty(), true);
  }
}
