package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * A Get by ARN that answered ResourceNotFound.
 *
 * @param operation the Get that was called
 * @param answeredAt when it answered
 * @param requestId the answer's request id, empty if it carried none
 * @param message the answer's text
 */
public record Absence(String operation, Instant answeredAt, String requestId, String message) {}
