package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The result of reading one thing from the API. A failure is never an absence.
 *
 * @param <T> what is read
 */
public sealed interface ReadResult<T> {
  /**
   * It was read.
   *
   * @param value what the API returned
   * @param answeredAt when the response was received
   * @param drift the unmodeled members of the response
   */
  record Found<T>(T value, Instant answeredAt, List<UnmodeledMember> drift)
      implements ReadResult<T> {
    /** Copies the unmodeled members. */
    public Found {
      drift = List.copyOf(drift);
    }
  }

  /**
   * It does not exist: ResourceNotFoundException, and nothing else.
   *
   * @param absence the proof
   */
  record NotFound<T>(Absence absence) implements ReadResult<T> {}

  /**
   * It is not known whether it exists.
   *
   * @param failure why
   */
  record Failed<T>(Failure failure) implements ReadResult<T> {}

  /** The result of a further step, if it was read. */
  default <U> ReadResult<U> then(Function<Found<T>, ReadResult<U>> step) {
    return switch (this) {
      case Found<T> found -> step.apply(found);
      case NotFound<T>(var absence) -> new NotFound<>(absence);
      case Failed<T>(var failure) -> new Failed<>(failure);
    };
  }
}
