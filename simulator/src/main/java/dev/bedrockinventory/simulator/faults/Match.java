package dev.bedrockinventory.simulator.faults;

import dev.bedrockinventory.simulator.wire.Invocation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Selects the calls of a fault; an absent part matches every call.
 *
 * @param operation the name in the API, such as {@code ListInferenceProfiles}
 * @param resource an ARN, or the id at its end. A call that names one resource must name this one;
 *     every call of a list matches, and only this item is changed
 * @param page counted from 1
 */
public record Match(
    Optional<String> account,
    Optional<String> region,
    Optional<String> operation,
    Optional<String> resource,
    OptionalInt page) {

  /** Every call of every operation. */
  public static Match anyCall() {
    return new Match(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Every call of one operation. */
  public static Match calls(String operation) {
    return new Match(
        Optional.empty(),
        Optional.empty(),
        Optional.of(operation),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Only the calls of an account in a region. */
  public Match in(String ofAccount, String ofRegion) {
    return new Match(Optional.of(ofAccount), Optional.of(ofRegion), operation, resource, page);
  }

  /** Only the calls of an account. */
  public Match inAccount(String ofAccount) {
    return new Match(Optional.of(ofAccount), region, operation, resource, page);
  }

  /** Only the calls in a region. */
  public Match inRegion(String ofRegion) {
    return new Match(account, Optional.of(ofRegion), operation, resource, page);
  }

  /** Only the calls about a resource; in a list only that item. */
  public Match about(String arnOrId) {
    return new Match(account, region, operation, Optional.of(arnOrId), page);
  }

  /** Only the calls that ask for a page, counted from 1. */
  public Match onPage(int number) {
    return new Match(account, region, operation, resource, OptionalInt.of(number));
  }

  boolean fits(Invocation invocation, boolean listing) {
    var caller = invocation.caller();
    return account.map(caller.account()::equals).orElse(true)
        && region.map(caller.region()::equals).orElse(true)
        && operation.map(invocation.operation()::equals).orElse(true)
        && (page.isEmpty() || page.getAsInt() == invocation.page())
        && (listing || resource.isEmpty() || invocation.resource().map(this::names).orElse(false));
  }

  /** Whether this resource matches. */
  boolean names(String identifier) {
    return resource
        .map(wanted ->
            wanted.equals(identifier)
                || wanted.endsWith("/" + identifier)
                || identifier.endsWith("/" + wanted))
        .orElse(true);
  }
}
