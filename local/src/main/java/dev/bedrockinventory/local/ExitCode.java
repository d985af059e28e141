package dev.bedrockinventory.local;

/** The exit codes, which are a contract of {@code docs/cli.md}. */
final class ExitCode {
  /** All is done. */
  static final int FINE = 0;

  /** It failed; one line on stderr says why. */
  static final int FAILED = 1;

  /** The arguments make no sense; nothing was done. */
  static final int WRONG_USAGE = 2;

  /** It is done, but some scopes could not be read completely. */
  static final int INCOMPLETE = 3;

  /** The ledger's integrity is broken. */
  static final int BROKEN = 4;

  private ExitCode() {}
}
