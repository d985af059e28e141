package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.context.CliContext;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line without a command: prints help. Every command inherits its options. */
@Command(
    name = "inventory",
    description = "A change-tracked inventory of Amazon Bedrock inference profiles and models.",
    versionProvider = InventoryCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./inventory demo --once",
      "      run a scenario against a simulated Bedrock, on this machine",
      "  ./inventory sweep --data ledger.db --region us-east-1",
      "      inventory your account in one region, into files in ./ledger",
      "  ./inventory changes --data ledger.db --since 7d",
      "      what changed in the last seven days",
      "",
      "Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 done but some scopes are incomplete,",
      "4 the ledger's integrity is broken. All times are UTC. See docs/cli.md."
    })
@SuppressWarnings("UnusedVariable") // picocli reads the options that no code here does
final class InventoryCommand implements Runnable, IVersionProvider {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = CliContext.DEBUG,
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Override
  public void run() {
    var commandLine = spec.commandLine();
    commandLine.usage(commandLine.getOut());
  }

  /** The version in the jar's manifest. */
  @Override
  public String[] getVersion() {
    var version = Optional.ofNullable(getClass().getPackage().getImplementationVersion());
    return new String[] {"inventory " + version.orElse("(not packaged)")};
  }
}
