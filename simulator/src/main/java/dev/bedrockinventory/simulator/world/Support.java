package dev.bedrockinventory.simulator.world;

/** Bedrock's support of a region. */
public enum Support {
  /** Every operation works. */
  SUPPORTED,
  /** Every operation is a {@code ValidationException} with the message "Unknown Operation". */
  UNKNOWN_OPERATION,
  /**
   * Every operation is an {@code AccessDeniedException} with the message "Your account is not
   * authorized to invoke this API operation".
   */
  NOT_AUTHORIZED
}
