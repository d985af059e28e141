package dev.bedrockinventory.normalize;

import java.util.Map;

/** The type of a modeled member. A JSON null is always accepted. */
sealed interface Shape {
  /** A value without members. */
  enum Scalar implements Shape {
    TEXT("a string"),
    NUMBER("a number"),
    FLAG("a boolean"),
    /** An ISO 8601 text with an offset, or a number of seconds since 1970. */
    INSTANT("an instant");

    private final String description;

    Scalar(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /** An object and its modeled members. */
  record Members(Map<String, Shape> known) implements Shape {}

  /** An array without significant order, of objects identified by one member. */
  record SetOf(String key, Members element) implements Shape {}

  /** An array with significant order. */
  record ListOf(Shape element) implements Shape {}
}
