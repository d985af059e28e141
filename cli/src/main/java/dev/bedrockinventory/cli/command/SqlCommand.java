package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.ledger.LedgerFile;
import dev.bedrockinventory.cli.ledger.TemporaryFolder;
import dev.bedrockinventory.cli.option.LedgerLocation;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs SQL on a ledger. */
@Command(
    name = "sql",
    description = {
      "Run a SQL statement on a ledger, which it cannot change.",
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

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Mixin private final OutputOptions output = new OutputOptions();

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
    switch (ledger.location(ledger.aws(), context)) {
      case LedgerLocation.File(var path, var _) -> run(path, statement);
      case LedgerLocation.Table table -> runOnCopy(table, statement);
    }
    return ExitCode.SUCCESS;
  }

  /** A table has no SQL, so that it is first read into a file that is deleted afterwards. */
  private void runOnCopy(LedgerLocation.Table table, String statement) {
    try (var folder = TemporaryFolder.create()) {
      var copy = folder.path().resolve("ledger.db");
      try (var open = table.open()) {
        LedgerFile.copy(open, copy, context.clock().instant(), () -> {});
      }
      run(copy, statement);
    } catch (IOException e) {
      throw new CommandFailedException(
          "sql: the table cannot be copied to a temporary file (%s); check the folder %s"
              .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private void run(Path file, String statement) {
    try {
      var result = SqlQuery.run(file, statement.equals(SCHEMA) ? VIEWS : statement);
      new RowPrinter(context).print(result, output.format());
    } catch (SqlException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Statements with a comment each, separated by empty lines. */
  private static String examples() {
    try (var text = Objects.requireNonNull(SqlCommand.class.getResourceAsStream(EXAMPLES))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
