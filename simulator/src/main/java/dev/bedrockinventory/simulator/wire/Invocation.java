package dev.bedrockinventory.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One call of one operation.
 *
 * @param operation the name in the API, such as {@code ListInferenceProfiles}
 * @param parameters body, query and path parameters together, under their names in the API
 * @param resource the ARN, id or name that the call is about, as it was sent
 * @param page counted from 1; 1 for what has no pages
 */
public record Invocation(
    String operation, Caller caller, ObjectNode parameters, Optional<String> resource, int page) {}
