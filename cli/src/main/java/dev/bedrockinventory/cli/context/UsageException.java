package dev.bedrockinventory.cli.context;

import java.util.List;

/** The arguments are invalid; the command ends with {@link ExitCode#WRONG_USAGE}. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> choices;

  /** A message of one line: what is wrong, and how to fix it. */
  public UsageException(String message) {
    this(message, List.of());
  }

  /** A message of one line, and the choices. */
  public UsageException(String message, List<String> choices) {
    super(message);
    this.choices = List.copyOf(choices);
  }

  /** The choices, each printed on its own line. */
  public List<String> choices() {
    return choices;
  }
}
