package dev.bedrockinventory.cli.context;

/** The exit codes, which are a contract of {@code docs/cli.md}. */
public final class ExitCode {
  /** Success. */
  public static final int FINE = 0;

  /** Failure; one line on stderr has the reason. */
  public static final int FAILED = 1;

  /** The arguments are invalid; nothing was done. */
  public static final int WRONG_USAGE = 2;

  /** Success, but some scopes could not be read completely. */
  public static final int INCOMPLETE = 3;

  /** The ledger's integrity is broken. */
  public static final int BROKEN = 4;

  private ExitCode() {}
}
