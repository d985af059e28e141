package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The additional reads of an observation, each made once: a comparison after a lost condition uses
 * the same observation.
 */
final class Confirmations {
  private final Source source;
  private final Scope scope;
  private final Map<Arn, Presence> presences = new HashMap<>();
  private final Map<Arn, TagReading> readings = new HashMap<>();

  Confirmations(Source source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  /** Reads by Get whether a resource exists that the listing lacks. */
  Presence presence(Arn arn) {
    return presences.computeIfAbsent(arn, missing -> source.presence(scope, missing));
  }

  /**
   * The resource with the tags that {@code ListTagsForResource} returns; empty if the tags could
   * not be read or the resource vanished, so that it is left unchanged.
   */
  Optional<ObservedResource> withConfirmedTags(ObservedResource sighting) {
    return switch (readings.computeIfAbsent(sighting.arn(), arn -> source.tags(scope, arn))) {
      case TagReading.Read(var tags, var answeredAt, var drift) ->
          Optional.of(
              new ObservedResource(sighting.arn(), sighting.document().withTags(tags), answeredAt));
      case TagReading.Vanished() -> Optional.empty();
      case TagReading.Unread(var failure) -> Optional.empty();
    };
  }

  /** The number of resources that exist although the listing lacks them. */
  int omissions() {
    return (int) presences.values().stream().filter(Presence.Found.class::isInstance).count();
  }

  /** The failures of Get for missing resources, whose absence is then unknown. */
  List<Failure> unknown() {
    var failures = new ArrayList<Failure>();
    for (var presence : presences.values()) {
      if (presence instanceof Presence.Unknown(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }

  /** The failures of reading tags. */
  List<Failure> unread() {
    var failures = new ArrayList<Failure>();
    for (var reading : readings.values()) {
      if (reading instanceof TagReading.Unread(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }

  /** The unmodeled members of all responses. */
  List<UnmodeledMember> drift() {
    var drift = new HashMap<String, UnmodeledMember>();
    for (var presence : presences.values()) {
      if (presence instanceof Presence.Found(var sighting, var found)) {
        found.forEach(member -> drift.putIfAbsent(member.key(), member));
      }
    }
    for (var reading : readings.values()) {
      if (reading instanceof TagReading.Read(var tags, var answeredAt, var read)) {
        read.forEach(member -> drift.putIfAbsent(member.key(), member));
      }
    }
    return List.copyOf(drift.values());
  }
}
