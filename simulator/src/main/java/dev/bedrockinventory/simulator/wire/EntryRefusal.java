package dev.bedrockinventory.simulator.wire;

/**
 * The error of one entry of a batch whose other entries are accepted.
 *
 * @param code such as {@code ThrottlingException}
 * @param message the text for the caller
 */
public record EntryRefusal(String code, String message) {}
