package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of one observation of a scope. A listed resource without an entry in resources could
 * not be read in full (then there is a failure), or had vanished when its details were read (then
 * there is none); in both cases it is left unchanged.
 *
 * @param scope the observed scope
 * @param startedAt when the observation began
 * @param listingComplete whether every page of the list was read and is valid; only then can a
 *     missing resource be a deletion
 * @param listed the ARNs of all listed resources, including those that could not be read
 * @param resources the resources that were read in full, each ARN once, in ARN order
 * @param probed the profile whose details were probed, if any
 * @param detailed whether details must be fetched for every profile of the scope from now on
 * @param probeFailure the failure of the detail probe, if it failed; it is counted and has no other
 *     effect
 * @param drift its unmodeled members, each key once
 * @param failures what could not be read, in the order of the calls; empty if all was read
 */
public record ScopeSnapshot(
    Scope scope,
    Instant startedAt,
    boolean listingComplete,
    Set<Arn> listed,
    List<ObservedResource> resources,
    Optional<Arn> probed,
    boolean detailed,
    Optional<Failure> probeFailure,
    List<UnmodeledMember> drift,
    List<Failure> failures) {
  /** Copies the collections. */
  public ScopeSnapshot {
    listed = Set.copyOf(listed);
    resources = List.copyOf(resources);
    drift = List.copyOf(drift);
    failures = List.copyOf(failures);
  }
}
