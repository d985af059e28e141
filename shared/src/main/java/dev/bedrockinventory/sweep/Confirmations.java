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
 * What was asked beyond the look, each question once: deciding again after a lost condition rests
 * on the same observation.
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

  /** Whether a resource that the listing lacks exists. */
  Presence presence(Arn arn) {
    return presences.computeIfAbsent(arn, missing -> source.presence(scope, missing));
  }

  /**
   * The sighting with the tags that their authority tells; empty if the tags could not be read or
   * the resource vanished, so that it is left as it was.
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

  /** How many resources exist although the listing lacks them. */
  int omissions() {
    return (int) presences.values().stream().filter(Presence.Found.class::isInstance).count();
  }

  /** Why the absence of missing resources could be neither proved nor refuted. */
  List<Failure> unknown() {
    var failures = new ArrayList<Failure>();
    for (var presence : presences.values()) {
      if (presence instanceof Presence.Unknown(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }

  /** Why tags could not be read. */
  List<Failure> unread() {
    var failures = new ArrayList<Failure>();
    for (var reading : readings.values()) {
      if (reading instanceof TagReading.Unread(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }

  /** The members unknown to the rule table in all the answers. */
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
