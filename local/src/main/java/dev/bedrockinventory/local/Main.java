package dev.bedrockinventory.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line's entry: without a command it prints help.
 *
 * <p>Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 done but some scopes incomplete, 4 integrity
 * broken.
 */
@Command(
    name = "inventory",
    description =
        "Keeps a change-tracked inventory of Amazon Bedrock inference profiles and models.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
