package dev.bedrockinventory.cli.export;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.output.ChangePrinter;
import dev.bedrockinventory.cli.output.OutputFormat;
import dev.bedrockinventory.cli.output.ResourcePrinter;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Resource;
import java.util.stream.Stream;

/** Prints what is exported as text. */
public final class ExportPrinter {
  private final CliContext context;
  private final ExportFormat format;

  /**
   * A printer to the context's stdout.
   *
   * @param format any but SQLITE, which is not text
   */
  public ExportPrinter(CliContext context, ExportFormat format) {
    this.context = context;
    this.format = format;
  }

  /** Prints one row or object for each resource. */
  public void resources(Stream<Resource> resources) {
    switch (format) {
      case JSONL -> new ResourcePrinter(context, OutputFormat.JSONL).print(resources);
      case CSV -> new ResourcePrinter(context, OutputFormat.CSV).print(resources);
      case SQLITE -> throw unsupported();
    }
  }

  /** Prints one row or object for each change. */
  public void changes(Stream<Change> changes) {
    switch (format) {
      case JSONL -> new ChangePrinter(context).print(changes, OutputFormat.JSONL);
      case CSV -> new ChangePrinter(context).print(changes, OutputFormat.CSV);
      case SQLITE -> throw unsupported();
    }
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException(format + " is not text");
  }
}
