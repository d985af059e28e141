package dev.bedrockinventory.simulator.service;

import java.time.Instant;

/** Instants as keys. */
final class Times {
  private Times() {}

  /** Text that sorts as the instants do. */
  static String sortable(Instant instant) {
    return "%012d.%09d ".formatted(instant.getEpochSecond(), instant.getNano());
  }
}
