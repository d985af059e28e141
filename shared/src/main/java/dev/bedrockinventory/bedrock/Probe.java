package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The detail probe: whether Get returns more members of one profile than its summary has.
 *
 * @param probed the probed profile, if there is any
 * @param beyond the members that only Get returned
 * @param failure the failure of Get, if it failed; it has no further effect
 */
record Probe(Optional<Arn> probed, List<UnmodeledMember> beyond, Optional<Failure> failure) {
  /** No probe. */
  static final Probe NONE = new Probe(Optional.empty(), List.of(), Optional.empty());

  /** Probes the profile whose id follows the one probed last, in the order of ids, or the first. */
  static Probe next(
      ResourceReader reader, Kind kind, SortedMap<Arn, Reading> summaries, Optional<String> last) {
    var byId = Comparator.comparing((Map.Entry<Arn, Reading> summary) -> summary.getKey().id());
    return summaries.entrySet().stream()
        .filter(summary -> last.isEmpty() || summary.getKey().id().compareTo(last.get()) > 0)
        .min(byId)
        .or(() -> summaries.entrySet().stream().min(byId))
        .map(summary -> probe(reader, kind, summary.getKey(), summary.getValue()))
        .orElse(NONE);
  }

  /** The members that Get returned and the summary lacks. */
  static List<UnmodeledMember> beyond(Arn arn, Reading summary, ObjectNode details) {
    return DetailOverlay.beyond(summary.members(), details, Operation.GET_INFERENCE_PROFILE, arn);
  }

  private static Probe probe(ResourceReader reader, Kind kind, Arn arn, Reading summary) {
    return switch (reader.detail(kind, arn)) {
      case ReadResult.Found<ObjectNode> detail ->
          new Probe(Optional.of(arn), beyond(arn, summary, detail.value()), Optional.empty());
      case ReadResult.NotFound<ObjectNode> _ ->
          new Probe(Optional.of(arn), List.of(), Optional.empty());
      case ReadResult.Failed<ObjectNode>(var failure) ->
          new Probe(Optional.of(arn), List.of(), Optional.of(failure));
    };
  }
}
