package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * The latest known state of a deleted resource.
 *
 * @param last the head at its deletion: its revision is the deletion's
 * @param deletedAt when the deletion was observed
 */
public record Tombstone(Head last, Instant deletedAt) {}
