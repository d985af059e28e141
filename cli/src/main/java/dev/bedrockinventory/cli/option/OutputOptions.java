package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The option that says how data is printed. */
public final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TABLE;

  public OutputFormat format() {
    return format;
  }
}
