package dev.bedrockinventory.feed;

import java.util.Optional;

/**
 * The result of putting events in order.
 *
 * @param accepted how many events, counted from the first without a gap, the bus accepted; later
 *     ones may have been accepted too, and are put again with the rest
 * @param rejection why the next one was rejected; absent if all were accepted
 */
public record PublishResult(int accepted, Optional<String> rejection) {}
