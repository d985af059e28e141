package dev.bedrockinventory.cli.context;

/** The exit codes, which are a contract of {@code docs/cli.md}. */
public final class ExitCode {
  /** Success. */
  public static final int SUCCESS = 0;

  /** Failure; one line on stderr has the reason. */
  public static final int FAILED = 1;

  /** The arguments are invalid; nothing was done. */
  public static final int WRONG_USAGE = 2;

  /** Success, but some scopes could not be read completely. */
  public static final int INCOMPLETE = 3;

  /** The ledger is tampered or corrupted. */
  public static final int CORRUPTED = 4;

  private ExitCode() {}
}
