package dev.bedrockinventory.model;

/** How a look at a scope ended. */
public enum Outcome {
  /** Everything was read. */
  COMPLETE,
  /** A part could not be read, or not everything that was read could be recorded. */
  PARTIAL,
  /** Nothing could be read. */
  REFUSED
}
