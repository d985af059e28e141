package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;

/** The result of one observation of a scope. */
public sealed interface Observation {
  /** The observed scope. */
  Scope scope();

  /** When the observation began. */
  Instant startedAt();

  /** The failures; empty after a complete observation. */
  List<Failure> failures();

  /**
   * The whole scope was read in full.
   *
   * @param look the snapshot
   */
  record Complete(ScopeSnapshot look) implements Observation {
    @Override
    public Scope scope() {
      return look.scope();
    }

    @Override
    public Instant startedAt() {
      return look.startedAt();
    }

    @Override
    public List<Failure> failures() {
      return List.of();
    }
  }

  /**
   * A part could not be read. What was read in full is recorded; the rest is left unchanged.
   *
   * @param look the snapshot
   * @param failures the failures, at least one
   */
  record Partial(ScopeSnapshot look, List<Failure> failures) implements Observation {
    /** Copies the failures. */
    public Partial {
      failures = List.copyOf(failures);
    }

    @Override
    public Scope scope() {
      return look.scope();
    }

    @Override
    public Instant startedAt() {
      return look.startedAt();
    }
  }

  /**
   * The first page could not be read: nothing is known.
   *
   * @param scope the observed scope
   * @param startedAt when the observation began
   * @param failure why
   */
  record Refused(Scope scope, Instant startedAt, Failure failure) implements Observation {
    @Override
    public List<Failure> failures() {
      return List.of(failure);
    }
  }
}
