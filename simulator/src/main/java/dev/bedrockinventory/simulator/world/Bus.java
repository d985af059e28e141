package dev.bedrockinventory.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** One event bus: all that it took, in the order in which it did. Thread-safe. */
public final class Bus {
  private final String name;
  private final String arn;
  private final List<BusEvent> events = new ArrayList<>();

  Bus(String name, String arn) {
    this.name = name;
    this.arn = arn;
  }

  /** Its name, unique in its place. */
  public String name() {
    return name;
  }

  /** Its ARN. */
  public String arn() {
    return arn;
  }

  /** Takes an event; the same one twice, if it is put twice. */
  public synchronized void put(BusEvent event) {
    events.add(event);
  }

  /** All that it took, oldest first. */
  public synchronized List<BusEvent> events() {
    return List.copyOf(events);
  }
}
