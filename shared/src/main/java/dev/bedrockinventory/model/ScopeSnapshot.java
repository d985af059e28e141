package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one look at a scope brought. A listed resource without a sighting could not be read in full
 * (there is a failure), or had vanished when its details were asked for (there is none); either way
 * it is left as it was.
 *
 * @param scope what was looked at
 * @param startedAt when the look began
 * @param listingComplete whether every page of the list was read and made sense; only then does a
 *     missing resource mean anything
 * @param listed the ARNs of all the listed resources, the unreadable ones too
 * @param sightings the resources that were read in full, each ARN once, in ARN order
 * @param probed the profile whose details were probed, if any
 * @param detailed whether the scope's details must be fetched for every profile from now on
 * @param probeFailure why the detail probe failed, if it did; it is counted and changes nothing
 * @param drift members that the rule table does not know, each key once
 */
public record ScopeSnapshot(
    Scope scope,
    Instant startedAt,
    boolean listingComplete,
    Set<Arn> listed,
    List<ObservedResource> sightings,
    Optional<Arn> probed,
    boolean detailed,
    Optional<Failure> probeFailure,
    List<UnmodeledMember> drift) {
  /** Copies the collections. */
  public ScopeSnapshot {
    listed = Set.copyOf(listed);
    sightings = List.copyOf(sightings);
    drift = List.copyOf(drift);
  }
}
