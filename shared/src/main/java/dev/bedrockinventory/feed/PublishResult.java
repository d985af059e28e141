package dev.bedrockinventory.feed;

import java.util.Optional;

/**
 * The result of publishing events in their order.
 *
 * @param taken the number of accepted events, from the first and without a gap; later ones may have
 *     been accepted too, and are published again with the rest
 * @param refusal why the next one was refused; absent if all were accepted
 */
public record PublishResult(int taken, Optional<String> refusal) {}
