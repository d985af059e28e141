package dev.bedrockinventory.simulator.world;

import java.time.Instant;

/**
 * One parameter of the parameter store, of type {@code String}.
 *
 * @param name its full path, beginning with a slash
 * @param version counts the writes from 1
 */
public record Parameter(String name, String value, long version, Instant changedAt) {}
