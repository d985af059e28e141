package dev.bedrockinventory.feed;

import java.util.Optional;

/**
 * The result of putting events in order.
 *
 * @param taken how many events, counted from the first without a gap, the bus accepted; later ones
 *     may have been accepted too, and are put again with the rest
 * @param refusal why the next one was rejected; absent if all were accepted
 */
public record PublishResult(int taken, Optional<String> refusal) {}
