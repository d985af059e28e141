package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * A Get by ARN that returned ResourceNotFound.
 *
 * @param operation the Get that was called
 * @param answeredAt when the response was received
 * @param requestId the response's request id, empty if it had none
 * @param message the response's message
 */
public record Absence(String operation, Instant answeredAt, String requestId, String message) {}
