package dev.bedrockinventory.sweep;

/** The item of a scope is damaged, so nothing of the scope can be recorded. */
public final class DamagedScopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of one line: the item and its damage. */
  public DamagedScopeException(String message) {
    super(message);
  }
}
