package dev.bedrockinventory.model;

import java.time.Instant;

/** The result of one observation of a scope. */
public sealed interface Observation {
  /**
   * The scope was read: completely, or in part if the snapshot has failures. What was read in full
   * is recorded; the rest is left unchanged.
   *
   * @param snapshot what was read
   */
  record Read(ScopeSnapshot snapshot) implements Observation {}

  /**
   * The first page could not be read: nothing is known.
   *
   * @param scope the observed scope
   * @param startedAt when the observation began
   * @param failure why
   */
  record Refused(Scope scope, Instant startedAt, Failure failure) implements Observation {}
}
