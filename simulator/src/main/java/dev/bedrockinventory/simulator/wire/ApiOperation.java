package dev.bedrockinventory.simulator.wire;

import java.util.Optional;

/**
 * One operation of a service.
 *
 * @param name in the API, such as {@code ListInferenceProfiles}
 * @param resource the parameter that names the resource that a call is about
 * @param listing present for an operation that returns pages
 * @param handler handles a call, or throws a {@link Refusal}
 */
public record ApiOperation(
    String name,
    Protocol dialect,
    Optional<String> resource,
    Optional<PageFormat> listing,
    Handler handler) {

  /** Handles the calls of one operation. */
  @FunctionalInterface
  public interface Handler {
    /** Handles a call, or throws a {@link Refusal}. */
    Answer answer(Invocation invocation);
  }

  /** An operation on one resource. */
  public static ApiOperation on(String name, Protocol dialect, String resource, Handler handler) {
    return new ApiOperation(name, dialect, Optional.of(resource), Optional.empty(), handler);
  }

  /** An operation on no resource, or on several. */
  public static ApiOperation plain(String name, Protocol dialect, Handler handler) {
    return new ApiOperation(name, dialect, Optional.empty(), Optional.empty(), handler);
  }

  /** An operation that returns pages. */
  public static ApiOperation listing(
      String name, Protocol dialect, PageFormat listing, Handler handler) {
    return new ApiOperation(name, dialect, Optional.empty(), Optional.of(listing), handler);
  }
}
