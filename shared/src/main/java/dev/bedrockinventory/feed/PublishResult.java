package dev.bedrockinventory.feed;

import java.util.Optional;

/**
 * What became of events that were put in their order.
 *
 * @param taken how many of them, from the first on and without a gap, the bus took; of those behind
 *     some may have been taken too, and are put again with the rest
 * @param refusal why it did not take the next one; absent if it took all
 */
public record PublishResult(int taken, Optional<String> refusal) {}
