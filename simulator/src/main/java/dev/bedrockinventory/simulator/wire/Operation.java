package dev.bedrockinventory.simulator.wire;

import java.util.Optional;

/**
 * One operation of a service.
 *
 * @param name in the API, such as {@code ListInferenceProfiles}
 * @param resource the parameter that names the resource that a call is about
 * @param listing present when it answers in pages
 * @param handler answers a call, or throws a {@link Refusal}
 */
public record Operation(
    String name,
    Dialect dialect,
    Optional<String> resource,
    Optional<Listing> listing,
    Handler handler) {

  /** Answers calls of one operation. */
  @FunctionalInterface
  public interface Handler {
    /** Answers a call, or throws a {@link Refusal}. */
    Answer answer(Invocation invocation);
  }

  /** An operation on one resource. */
  public static Operation on(String name, Dialect dialect, String resource, Handler handler) {
    return new Operation(name, dialect, Optional.of(resource), Optional.empty(), handler);
  }

  /** An operation on no resource, or on several. */
  public static Operation plain(String name, Dialect dialect, Handler handler) {
    return new Operation(name, dialect, Optional.empty(), Optional.empty(), handler);
  }

  /** An operation that answers in pages. */
  public static Operation listing(String name, Dialect dialect, Listing listing, Handler handler) {
    return new Operation(name, dialect, Optional.empty(), Optional.of(listing), handler);
  }
}
