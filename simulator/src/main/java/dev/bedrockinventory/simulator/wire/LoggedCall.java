package dev.bedrockinventory.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One call with its response in the log.
 *
 * @param at when it was received
 * @param operation the name in the API
 * @param user the name of the user, or of the role
 * @param resource the ARN, id or name that the call was about, as it was sent
 * @param parameters body, query and path parameters together
 * @param page counted from 1
 * @param status the HTTP status; 0 when the connection was dropped
 * @param error the code of a refusal
 */
public record LoggedCall(
    Instant at,
    String operation,
    String account,
    String region,
    String user,
    Optional<String> resource,
    ObjectNode parameters,
    int page,
    int status,
    Optional<String> error) {}
