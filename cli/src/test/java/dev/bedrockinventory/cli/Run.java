package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.context.CliContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One command, run in this process.
 *
 * @param exitCode how it ended
 * @param out what it printed as data
 * @param err everything else that it printed
 */
public record Run(int exitCode, String out, String err) {
  /** Runs a command off a terminal. */
  public static Run of(Instant now, Map<String, String> environment, String... arguments) {
    return of(now, environment, false, Optional.empty(), arguments);
  }

  /** Runs a command whose messages are read on a terminal. */
  static Run onTerminal(Instant now, Map<String, String> environment, String... arguments) {
    return of(now, environment, false, true, Optional.empty(), arguments);
  }

  public static Run of(
      Instant now,
      Map<String, String> environment,
      boolean terminal,
      Optional<Integer> width,
      String... arguments) {
    return of(now, environment, terminal, false, width, arguments);
  }

  private static Run of(
      Instant now,
      Map<String, String> environment,
      boolean terminal,
      boolean progress,
      Optional<Integer> width,
      String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var context =
        new CliContext(
            environment,
            () -> now,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            progress,
            width);
    var exitCode = Main.run(context, arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A context that nobody reads from. */
  public static CliContext context() {
    var nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new CliContext(
        Map.of(), () -> Instant.EPOCH, nowhere, nowhere, false, false, Optional.empty());
  }

  /** Runs a command on a table of the tests' DynamoDB Local. */
  public static Run on(String table, String... arguments) {
    var all =
        Stream.concat(
                Arrays.stream(arguments),
                Stream.of(
                    "--table",
                    table,
                    "--endpoint-url-dynamodb",
                    FilledTable.ENGINE.endpoint().toString()))
            .toArray(String[]::new);
    return of(FilledTable.NOW, Map.of(), all);
  }

  public List<String> lines() {
    return out.lines().toList();
  }
}
