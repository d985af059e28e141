package dev.bedrockinventory.model;

/** The outcome of an observation. */
public enum Outcome {
  /** Everything was read. */
  COMPLETE,
  /** A part could not be read, or not everything that was read could be recorded. */
  PARTIAL,
  /** Nothing could be read. */
  REFUSED
}
