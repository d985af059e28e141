package dev.bedrockinventory.model;

import java.util.Optional;

/**
 * One read that failed.
 *
 * @param reason the reason
 * @param operation the API operation
 * @param resource the resource of the call, if it had one
 * @param message the error, in one line, without sensitive members
 */
public record Failure(Reason reason, String operation, Optional<Arn> resource, String message) {}
