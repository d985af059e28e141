package dev.bedrockinventory.model;

import java.util.Optional;

/**
 * One thing that could not be read.
 *
 * @param reason why
 * @param operation the API's operation that was called
 * @param resource the resource that it was called for, if for one
 * @param message what was answered, in one line, without sensitive members
 */
public record Failure(Reason reason, String operation, Optional<Arn> resource, String message) {}
