package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.aws.ProcessHttpService;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The entry point: reads the context, runs one command, exits with its exit code. */
public final class Main {
  private Main() {}

  /** Runs the command of the arguments. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // so that numbers have the same digits everywhere
    var context = CliContext.ofThisProcess();
    var commandLine = CommandLines.of(context);
    commandLine.setExecutionStrategy(parsed -> {
      ProcessHttpService.install(profile(parsed));
      return new RunLast().execute(parsed);
    });
    var exitCode = commandLine.execute(arguments);
    context.out().flush();
    context.err().flush();
    System.exit(exitCode);
  }

  private static Optional<String> profile(ParseResult parsed) {
    return Stream.iterate(parsed, each -> each != null, ParseResult::subcommand)
        .flatMap(each -> Stream.ofNullable(each.matchedOption(AwsOptions.PROFILE)))
        .map(option -> option.<Optional<String>>getValue())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Runs one command and returns its {@link ExitCode}; never throws and never exits. */
  static int run(CliContext context, String... arguments) {
    return CommandLines.of(context).execute(arguments);
  }
}
