package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import java.util.Locale;

/** The entry point: reads the context, runs one command, exits with its exit code. */
public final class Main {
  private Main() {}

  /** Runs the command of the arguments. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // so that numbers have the same digits everywhere
    var context = CliContext.ofThisProcess();
    var exitCode = run(context, arguments);
    context.out().flush();
    context.err().flush();
    System.exit(exitCode);
  }

  /** Runs one command and returns its {@link ExitCode}; never throws and never exits. */
  static int run(CliContext context, String... arguments) {
    return CommandLines.of(context).execute(arguments);
  }
}
