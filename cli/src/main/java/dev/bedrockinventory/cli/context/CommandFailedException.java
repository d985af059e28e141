package dev.bedrockinventory.cli.context;

/** The command cannot do its work; it ends with {@link ExitCode#FAILED}. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of one line: what failed, where, and how to fix it. */
  public CommandFailedException(String message) {
    super(message);
  }

  /** A message of one line, and the cause that {@code --debug} shows. */
  public CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
