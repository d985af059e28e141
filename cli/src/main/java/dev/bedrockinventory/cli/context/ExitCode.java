package dev.bedrockinventory.cli.context;

/** The exit codes, which are a contract of {@code docs/cli.md}. */
public final class ExitCode {
  /** All is done. */
  public static final int FINE = 0;

  /** It failed; one line on stderr says why. */
  public static final int FAILED = 1;

  /** The arguments make no sense; nothing was done. */
  public static final int WRONG_USAGE = 2;

  /** It is done, but some scopes could not be read completely. */
  public static final int INCOMPLETE = 3;

  /** The ledger's integrity is broken. */
  public static final int BROKEN = 4;

  private ExitCode() {}
}
