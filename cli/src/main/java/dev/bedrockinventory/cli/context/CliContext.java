package dev.bedrockinventory.cli.context;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The context of a command: everything from the process, which tests replace.
 *
 * @param environment the environment variables
 * @param clock the current time
 * @param out receives data, in UTF-8
 * @param err receives everything else, in UTF-8
 * @param terminal whether a person reads {@code out} on a terminal
 * @param progress whether a person reads {@code err} on a terminal
 * @param width the columns of the terminal, if known
 */
public record CliContext(
    Map<String, String> environment,
    InstantSource clock,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean progress,
    Optional<Integer> width) {
  /** The option that shows the stack trace of an error. */
  public static final String DEBUG = "--debug";

  /** Set by the launcher: Java cannot find out whether stderr is a terminal. */
  private static final String PROGRESS = "INVENTORY_PROGRESS";

  private static final int MIN_WIDTH = 40;

  /** Copies the environment, and keeps control characters from the streams. */
  public CliContext {
    environment = Map.copyOf(environment);
    out = new SafeStream(out);
    err = new SafeStream(err);
  }

  /** The context of this process. */
  public static CliContext ofThisProcess() {
    var environment = System.getenv();
    return new CliContext(
        environment,
        InstantSource.system(),
        utf8(FileDescriptor.out, false),
        utf8(FileDescriptor.err, true),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
        variable(environment, PROGRESS).isPresent(),
        variable(environment, "COLUMNS").flatMap(CliContext::width));
  }

  /** The same with another receiver of data, which nobody reads on a terminal. */
  public CliContext withOut(PrintStream other) {
    return new CliContext(environment, clock, other, err, false, progress, width);
  }

  /** The value of an environment variable, unless it is empty. */
  public Optional<String> variable(String name) {
    return variable(environment, name);
  }

  /** Whether colour helps: on a terminal, unless {@code NO_COLOR} is set. */
  public boolean coloured() {
    return terminal && variable("NO_COLOR").isEmpty();
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static Optional<Integer> width(String columns) {
    return columns.matches("[0-9]{1,4}")
        ? Optional.of(Math.max(MIN_WIDTH, Integer.parseInt(columns)))
        : Optional.empty();
  }

  private static PrintStream utf8(FileDescriptor descriptor, boolean flushing) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        flushing,
        StandardCharsets.UTF_8);
  }
}
