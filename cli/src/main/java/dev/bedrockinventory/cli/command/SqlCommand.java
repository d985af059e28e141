package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.output.RowFormat;
import dev.bedrockinventory.cli.output.RowPrinter;
import dev.bedrockinventory.ledger.sqlite.SqlException;
import dev.bedrockinventory.ledger.sqlite.SqlQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs SQL on a ledger in a file. */
@Command(
    name = "sql",
    description = {
      "Run a SQL statement on a ledger in a file, which it cannot change.",
      "Its views are inventory, revisions, changes, tags, destinations, who, scopes and evidence."
    })
public final class SqlCommand implements Callable<Integer> {
  /** The name that sqlite3 has for it. */
  private static final String SCHEMA = ".schema";

  private static final String VIEWS =
      "SELECT name, group_concat(column, ', ') AS columns FROM ("
          + "SELECT view.name AS name, info.name AS column"
          + " FROM sqlite_schema AS view, pragma_table_info(view.name) AS info"
          + " WHERE view.type = 'view' ORDER BY view.name, info.cid) GROUP BY name";

  private static final String EXAMPLES = "/dev/bedrockinventory/cli/command/examples.sql";

  private final CliContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "One statement, or .schema for the views and their columns.")
  private Optional<String> sql = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "The ledger is this SQLite file, which a sweep creates.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "The output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format = RowFormat.TABLE;

  @Option(names = "--examples", description = "Print statements for common questions.")
  private boolean examples;

  public SqlCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (examples) {
      context.out().print(examples());
      return ExitCode.SUCCESS;
    }
    var statement =
        sql.orElseThrow(
            () -> new UsageException("no statement: write one, or use --examples to see some"));
    var file =
        data.orElseThrow(
            () -> new UsageException("no ledger specified: sql reads a file, so use --data FILE"));
    try {
      var result = SqlQuery.run(file, statement.equals(SCHEMA) ? VIEWS : statement);
      new RowPrinter(context).print(result, format);
    } catch (SqlException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return ExitCode.SUCCESS;
  }

  /** Statements with a comment each, separated by empty lines. */
  static String examples() {
    try (var text = Objects.requireNonNull(SqlCommand.class.getResourceAsStream(EXAMPLES))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
