package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.command.ChangesCommand;
import dev.bedrockinventory.cli.command.CostCommand;
import dev.bedrockinventory.cli.command.CoverageCommand;
import dev.bedrockinventory.cli.command.DemoCommand;
import dev.bedrockinventory.cli.command.DiffCommand;
import dev.bedrockinventory.cli.command.ExportCommand;
import dev.bedrockinventory.cli.command.HistoryCommand;
import dev.bedrockinventory.cli.command.ListCommand;
import dev.bedrockinventory.cli.command.LocalCommand;
import dev.bedrockinventory.cli.command.PricesCommand;
import dev.bedrockinventory.cli.command.QuotaCommand;
import dev.bedrockinventory.cli.command.RedriveCommand;
import dev.bedrockinventory.cli.command.RepairCommand;
import dev.bedrockinventory.cli.command.ServeCommand;
import dev.bedrockinventory.cli.command.ShowCommand;
import dev.bedrockinventory.cli.command.SqlCommand;
import dev.bedrockinventory.cli.command.SweepCommand;
import dev.bedrockinventory.cli.command.VerifyCommand;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.settings.InvalidSettingsException;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands and their errors: one line on stderr and an exit code. */
final class CommandLines {
  /** The least that picocli accepts. */
  private static final int MIN_WIDTH = 55;

  private CommandLines() {}

  /** The command line in this context. */
  static CommandLine of(CliContext context) {
    var commandLine = new CommandLine(new InventoryCommand());
    commandLine
        .addSubcommand(new DemoCommand(context))
        .addSubcommand(new LocalCommand(context))
        .addSubcommand(new SweepCommand(context))
        .addSubcommand(new ListCommand(context))
        .addSubcommand(new ShowCommand(context))
        .addSubcommand(new HistoryCommand(context))
        .addSubcommand(new ChangesCommand(context))
        .addSubcommand(new DiffCommand(context))
        .addSubcommand(new CoverageCommand(context))
        .addSubcommand(new QuotaCommand(context))
        .addSubcommand(new CostCommand(context))
        .addSubcommand(new PricesCommand(context))
        .addSubcommand(new VerifyCommand(context))
        .addSubcommand(new RepairCommand(context))
        .addSubcommand(new ServeCommand(context))
        .addSubcommand(new SqlCommand(context))
        .addSubcommand(new ExportCommand(context))
        .addSubcommand(new RedriveCommand(context))
        .addSubcommand(completion());
    return commandLine
        .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(context.coloured() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.max(MIN_WIDTH, context.width().orElse(100)))
        .setParameterExceptionHandler((error, arguments) -> wrongUsage(error, arguments, context))
        .setExecutionExceptionHandler(
            (error, command, result) -> failed(error, command, result.originalArgs(), context));
  }

  /** Without its own help option: every command inherits one. */
  private static CommandLine completion() {
    var completion = new CommandLine(new GenerateCompletion());
    completion.getCommandSpec().mixinStandardHelpOptions(false);
    return completion;
  }

  private static int wrongUsage(ParameterException error, String[] arguments, CliContext context) {
    print(error, message(error), List.of(arguments), context);
    return ExitCode.WRONG_USAGE;
  }

  private static String message(ParameterException error) {
    var command = error.getCommandLine().getCommandSpec().qualifiedName();
    var guess =
        error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()
            ? "; did you mean " + unmatched.getSuggestions().getFirst() + "?"
            : "";
    return "%s%s (see %s --help)".formatted(oneLine(error), guess, "./" + command);
  }

  private static int failed(
      Exception error, CommandLine command, List<String> arguments, CliContext context) {
    return switch (error) {
      case UsageException usage -> {
        var name = command.getCommandSpec().qualifiedName();
        print(error, "%s (see ./%s --help)".formatted(oneLine(usage), name), arguments, context);
        usage.choices().forEach(choice -> context.err().println("  " + choice));
        yield ExitCode.WRONG_USAGE;
      }
      case InvalidSettingsException invalid -> {
        print(error, oneLine(invalid), arguments, context);
        yield ExitCode.WRONG_USAGE;
      }
      case CommandFailedException failed -> {
        print(error, oneLine(failed), arguments, context);
        yield ExitCode.FAILED;
      }
      case LedgerUnavailableException unavailable -> {
        print(error, oneLine(unavailable), arguments, context);
        yield ExitCode.FAILED;
      }
      default -> {
        var message =
            "unexpected %s: %s; this is a defect, %s shows where"
                .formatted(error.getClass().getSimpleName(), oneLine(error), CliContext.DEBUG);
        print(error, message, arguments, context);
        yield ExitCode.FAILED;
      }
    };
  }

  private static void print(
      Exception error, String message, List<String> arguments, CliContext context) {
    context.out().flush();
    context.err().println("inventory: " + message);
    if (arguments.contains(CliContext.DEBUG)) {
      error.printStackTrace(context.err());
    }
  }

  private static String oneLine(Exception error) {
    var message = error.getMessage();
    return message == null ? "no message" : message.replaceAll("\\s*\\R\\s*", " ");
  }
}
