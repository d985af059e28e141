package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The additional reads of an observation, each made once: a comparison after a lost condition uses
 * the same observation. None begins after the deadline.
 */
final class Confirmations {
  private final Source source;
  private final Scope scope;
  private final Deadline deadline;
  private final Map<Arn, ReadResult<Document>> details = new HashMap<>();
  private final Map<Arn, ReadResult<ObjectNode>> tags = new HashMap<>();

  Confirmations(Source source, Scope scope, Deadline deadline) {
    this.source = source;
    this.scope = scope;
    this.deadline = deadline;
  }

  /** Reads by Get a resource that the listing lacks; empty if the time is up. */
  Optional<ReadResult<Document>> detail(Arn arn) {
    return once(details, arn, missing -> source.detail(scope, missing));
  }

  /**
   * The resource with the tags that {@code ListTagsForResource} returns; empty if the tags could
   * not be read or the resource vanished, so that it is left unchanged.
   */
  Optional<ObservedResource> withConfirmedTags(ObservedResource resource) {
    return once(tags, resource.arn(), source::tags)
        .flatMap(result ->
            result instanceof ReadResult.Found<ObjectNode>(var found, var answeredAt, var drift)
                ? Optional.of(
                    new ObservedResource(
                        resource.arn(), resource.document().withTags(found), answeredAt))
                : Optional.empty());
  }

  /** The number of reads so far. */
  int count() {
    return details.size() + tags.size();
  }

  /** The number of resources that exist although the listing lacks them. */
  int omissions() {
    return (int) details.values().stream().filter(ReadResult.Found.class::isInstance).count();
  }

  /** The failures of Get for missing resources, whose absence is then unknown. */
  List<Failure> unknown() {
    return failures(details.values());
  }

  /** The failures of reading tags. */
  List<Failure> unread() {
    return failures(tags.values());
  }

  /** The unmodeled members of all responses, each once. */
  List<UnmodeledMember> drift() {
    var drift = new HashMap<String, UnmodeledMember>();
    Stream.<ReadResult<?>>concat(details.values().stream(), tags.values().stream())
        .forEach(result -> {
          if (result instanceof ReadResult.Found<?> found) {
            found.drift().forEach(member -> drift.putIfAbsent(member.key(), member));
          }
        });
    return List.copyOf(drift.values());
  }

  private <T> Optional<ReadResult<T>> once(
      Map<Arn, ReadResult<T>> results, Arn arn, Function<Arn, ReadResult<T>> read) {
    if (!results.containsKey(arn) && !deadline.isOver()) {
      results.put(arn, read.apply(arn));
    }
    return Optional.ofNullable(results.get(arn));
  }

  private static <T> List<Failure> failures(Collection<ReadResult<T>> results) {
    return results.stream()
        .flatMap(result ->
            result instanceof ReadResult.Failed<T>(var failure)
                ? Stream.of(failure)
                : Stream.<Failure>empty())
        .toList();
  }
}
