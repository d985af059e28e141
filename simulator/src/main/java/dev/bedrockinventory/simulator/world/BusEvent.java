package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.util.List;

/**
 * One event that an event bus took.
 *
 * @param id what the bus calls it; put again, the same event gets another one
 * @param detail JSON, as it was sent
 * @param time as it was sent, else when it was taken
 */
public record BusEvent(
    String id,
    String source,
    String detailType,
    String detail,
    List<String> resources,
    Instant time) {

  /** Copies the resources, so that an event never changes. */
  public BusEvent {
    resources = List.copyOf(resources);
  }
}
