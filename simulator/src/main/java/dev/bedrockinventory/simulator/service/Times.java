package dev.bedrockinventory.simulator.service;

import java.time.Instant;

/** Instants as sort keys. */
final class Times {
  private Times() {}

  /** Text that sorts in the order of the instants. */
  static String sortable(Instant instant) {
    return "%012d.%09d ".formatted(instant.getEpochSecond(), instant.getNano());
  }
}
