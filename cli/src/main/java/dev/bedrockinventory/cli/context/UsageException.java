package dev.bedrockinventory.cli.context;

import java.util.List;

/** The arguments make no sense together; the command ends with {@link ExitCode#WRONG_USAGE}. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> choices;

  /** A message of one line: what is wrong, and how to mend it. */
  public UsageException(String message) {
    this(message, List.of());
  }

  /** A message of one line, and what there is to choose from. */
  public UsageException(String message, List<String> choices) {
    super(message);
    this.choices = List.copyOf(choices);
  }

  /** What there is to choose from, each to be printed on a line of its own. */
  public List<String> choices() {
    return choices;
  }
}
