package dev.bedrockinventory.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One call of one operation.
 *
 * @param operation the name in the API, such as {@code ListInferenceProfiles}
 * @param parameters body, query and path parameters together, under their names in the API
 * @param resource the ARN, id or name that the call is about, as it was sent
 * @param page counted from 1; 1 for an operation without pages
 * @param refusedEntries the entries of a batch that a fault refuses, by their index from 0
 */
public record Invocation(
    String operation,
    Caller caller,
    ObjectNode parameters,
    Optional<String> resource,
    int page,
    Map<Integer, EntryRefusal> refusedEntries) {
  /** Copies the refusals. */
  public Invocation {
    refusedEntries = Map.copyOf(refusedEntries);
  }

  /** A call without refused entries. */
  public Invocation(
      String operation, Caller caller, ObjectNode parameters, Optional<String> resource, int page) {
    this(operation, caller, parameters, resource, page, Map.of());
  }

  /** The same call, but these entries of its batch are refused. */
  public Invocation refusing(Map<Integer, EntryRefusal> entries) {
    return new Invocation(operation, caller, parameters, resource, page, entries);
  }
}
