package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.command.ChangesCommand;
import dev.bedrockinventory.cli.command.CostCommand;
import dev.bedrockinventory.cli.command.CoverageCommand;
import dev.bedrockinventory.cli.command.DemoCommand;
import dev.bedrockinventory.cli.command.HistoryCommand;
import dev.bedrockinventory.cli.command.ListCommand;
import dev.bedrockinventory.cli.command.LocalCommand;
import dev.bedrockinventory.cli.command.PricesCommand;
import dev.bedrockinventory.cli.command.RedriveCommand;
import dev.bedrockinventory.cli.command.RepairCommand;
import dev.bedrockinventory.cli.command.ServeCommand;
import dev.bedrockinventory.cli.command.ShowCommand;
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
  private CommandLines() {}

  /** The command line in this context. */
  static CommandLine of(CliContext surroundings) {
    var commandLine = new CommandLine(new InventoryCommand());
    commandLine
        .addSubcommand(new DemoCommand(surroundings))
        .addSubcommand(new LocalCommand(surroundings))
        .addSubcommand(new SweepCommand(surroundings))
        .addSubcommand(new ListCommand(surroundings))
        .addSubcommand(new ShowCommand(surroundings))
        .addSubcommand(new HistoryCommand(surroundings))
        .addSubcommand(new ChangesCommand(surroundings))
        .addSubcommand(new CoverageCommand(surroundings))
        .addSubcommand(new CostCommand(surroundings))
        .addSubcommand(new PricesCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new RepairCommand(surroundings))
        .addSubcommand(new ServeCommand(surroundings))
        .addSubcommand(new RedriveCommand(surroundings))
        .addSubcommand(completion());
    return commandLine
        .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(surroundings.coloured() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(surroundings.width().orElse(100))
        .setParameterExceptionHandler(
            (error, arguments) -> wrongUsage(error, arguments, surroundings))
        .setExecutionExceptionHandler((error, command, result) ->
            failed(error, command, result.originalArgs(), surroundings));
  }

  /** Without its own help option: every command inherits one. */
  private static CommandLine completion() {
    var completion = new CommandLine(new GenerateCompletion());
    completion.getCommandSpec().mixinStandardHelpOptions(false);
    return completion;
  }

  private static int wrongUsage(
      ParameterException error, String[] arguments, CliContext surroundings) {
    print(error, message(error), List.of(arguments), surroundings);
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
      Exception error, CommandLine command, List<String> arguments, CliContext surroundings) {
    return switch (error) {
      case UsageException usage -> {
        var name = command.getCommandSpec().qualifiedName();
        print(
            error, "%s (see ./%s --help)".formatted(oneLine(usage), name), arguments, surroundings);
        usage.choices().forEach(choice -> surroundings.err().println("  " + choice));
        yield ExitCode.WRONG_USAGE;
      }
      case InvalidSettingsException invalid -> {
        print(error, oneLine(invalid), arguments, surroundings);
        yield ExitCode.WRONG_USAGE;
      }
      case CommandFailedException failed -> {
        print(error, oneLine(failed), arguments, surroundings);
        yield ExitCode.FAILED;
      }
      case LedgerUnavailableException unavailable -> {
        print(error, oneLine(unavailable), arguments, surroundings);
        yield ExitCode.FAILED;
      }
      default -> {
        var message =
            "unexpected %s: %s; this is a defect, %s shows where"
                .formatted(error.getClass().getSimpleName(), oneLine(error), CliContext.DEBUG);
        print(error, message, arguments, surroundings);
        yield ExitCode.FAILED;
      }
    };
  }

  private static void print(
      Exception error, String message, List<String> arguments, CliContext surroundings) {
    surroundings.out().flush();
    surroundings.err().println("inventory: " + message);
    if (arguments.contains(CliContext.DEBUG)) {
      error.printStackTrace(surroundings.err());
    }
  }

  private static String oneLine(Exception error) {
    var message = error.getMessage();
    return message == null ? "no message" : message.replaceAll("\\s*\\R\\s*", " ");
  }
}
