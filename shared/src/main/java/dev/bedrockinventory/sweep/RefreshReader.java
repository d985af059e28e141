package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads resources of one scope with their tags, one by one. The unmodeled members of imported
 * models and of tags are reported. Used by one thread.
 */
final class RefreshReader {
  private final Source source;
  private final Ledger ledger;
  private final Scope scope;
  private final Deadline deadline;
  private final Map<Arn, Reading> readings = new HashMap<>();

  RefreshReader(Source source, Ledger ledger, Scope scope, Deadline deadline) {
    this.source = source;
    this.ledger = ledger;
    this.scope = scope;
    this.deadline = deadline;
  }

  /** The same reading may be used again over the same head and tombstone. */
  ReadResult<ObservedResource> read(Arn arn, Optional<Head> head, Optional<Tombstone> tombstone) {
    var over = List.of(revision(head), revision(tombstone.map(Tombstone::last)));
    var reading = readings.get(arn);
    if (reading == null || !reading.over().equals(over)) {
      reading = new Reading(over, read(arn));
      readings.put(arn, reading);
    }
    return reading.result();
  }

  private static long revision(Optional<Head> last) {
    return last.map(Head::revision).orElse(0L);
  }

  private ReadResult<ObservedResource> read(Arn arn) {
    if (deadline.isOver()) {
      return new ReadResult.Failed<>(Failures.outOfTime(arn));
    }
    return source
        .detail(scope, arn)
        .then(detail -> {
          if (!scope.kind().isProfile() && !detail.drift().isEmpty()) {
            ledger.report(detail.drift(), detail.answeredAt());
          }
          var untagged = new ObservedResource(arn, detail.value(), detail.answeredAt());
          return scope.kind().isSystemDefined()
              ? new ReadResult.Found<>(untagged, detail.answeredAt(), List.of())
              : tagged(untagged);
        });
  }

  private ReadResult<ObservedResource> tagged(ObservedResource untagged) {
    var arn = untagged.arn();
    var result = source.tags(arn);
    return (result instanceof ReadResult.NotFound<ObjectNode> ? vanished(arn) : result)
        .then(tags -> {
          if (!tags.drift().isEmpty()) {
            ledger.report(tags.drift(), tags.answeredAt());
          }
          var document = untagged.document().withTags(tags.value());
          return new ReadResult.Found<>(
              new ObservedResource(arn, document, tags.answeredAt()), tags.answeredAt(), List.of());
        });
  }

  /** It was found, but not its tags: only Get proves that it was deleted in between. */
  private ReadResult<ObjectNode> vanished(Arn arn) {
    return source
        .detail(scope, arn)
        .then(found ->
            new ReadResult.Failed<>(
                new Failure(
                    Reason.UNAVAILABLE,
                    "ListTagsForResource",
                    Optional.of(arn),
                    "the service finds the resource, but not its tags")));
  }

  /** The result of one read, and the revisions of the head and the tombstone before it. */
  private record Reading(List<Long> over, ReadResult<ObservedResource> result) {}
}
