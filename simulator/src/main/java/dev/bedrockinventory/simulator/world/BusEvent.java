package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.util.List;

/**
 * One event on an event bus.
 *
 * @param id assigned by the bus; the same event gets another id when it is put again
 * @param detail JSON, as it was sent
 * @param time as it was sent, otherwise when it was accepted
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
