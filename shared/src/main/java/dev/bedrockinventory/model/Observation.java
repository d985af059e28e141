package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;

/** The result of one look at a scope. */
public sealed interface Observation {
  /** What was looked at. */
  Scope scope();

  /** When the look began. */
  Instant startedAt();

  /** What could not be read; empty after a complete look. */
  List<Failure> failures();

  /**
   * Everything that the scope holds was read in full.
   *
   * @param look what was read
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
   * A part could not be read. What was read in full counts; the rest is left as it was.
   *
   * @param look what was read
   * @param failures what was not, at least one
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
   * The list could not be begun: nothing is known.
   *
   * @param scope what was looked at
   * @param startedAt when the look began
   * @param failure why
   */
  record Refused(Scope scope, Instant startedAt, Failure failure) implements Observation {
    @Override
    public List<Failure> failures() {
      return List.of(failure);
    }
  }
}
