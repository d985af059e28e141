package dev.bedrockinventory.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** One event bus with all events that it accepted, in order. Thread-safe. */
public final class Bus {
  private final String name;
  private final String arn;
  private final List<BusEvent> events = new ArrayList<>();

  Bus(String name, String arn) {
    this.name = name;
    this.arn = arn;
  }

  /** Its name, unique in its account and region. */
  public String name() {
    return name;
  }

  /** Its ARN. */
  public String arn() {
    return arn;
  }

  /** Adds an event; an event that is put twice is added twice. */
  public synchronized void put(BusEvent event) {
    events.add(event);
  }

  /** All events, oldest first. */
  public synchronized List<BusEvent> events() {
    return List.copyOf(events);
  }
}
