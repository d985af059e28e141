package dev.bedrockinventory.simulator.wire;

/**
 * The service's no to one entry of a batch, while the others happen.
 *
 * @param code such as {@code ThrottlingException}
 * @param message what the caller reads
 */
public record EntryRefusal(String code, String message) {}
