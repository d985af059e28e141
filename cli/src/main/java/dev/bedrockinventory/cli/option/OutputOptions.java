package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The option of the output format. */
public final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "The output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TABLE;

  /** The format, a table unless another is specified. */
  public OutputFormat format() {
    return format;
  }
}
