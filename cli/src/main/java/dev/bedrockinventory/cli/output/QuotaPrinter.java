package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.QuotaUse;
import dev.bedrockinventory.query.Quotas;
import java.util.List;
import java.util.Locale;

/** Prints how much of the quotas is used. */
public final class QuotaPrinter {
  private static final double PERCENT = 100;

  private final CliContext context;
  private final OutputFormat format;

  public QuotaPrinter(CliContext context, OutputFormat format) {
    this.context = context;
    this.format = format;
  }

  /** Prints one row or object for each scope; a table for people ends with the source. */
  public void print(List<QuotaUse> uses, Quotas quotas) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(uses.stream().map(JsonContract::of));
      case JSONL -> printer.lines(uses.stream().map(JsonContract::of));
      case CSV -> table(uses).print(context, format);
      case TABLE, MARKDOWN -> {
        table(uses).print(context, format);
        if (!uses.isEmpty()) {
          context.out().println();
          context
              .out()
              .println(
                  "Default quotas as of %s (%s); specify yours with --limit."
                      .formatted(quotas.entered(), quotas.source()));
        }
      }
    }
  }

  private TextTable table(List<QuotaUse> uses) {
    var table =
        new TextTable("ACCOUNT", "REGION", "KIND", "USED", "LIMIT", "SHARE", "STATE", "LAST READ");
    for (var use : uses) {
      var isRead = use.state() != QuotaUse.State.UNREAD;
      table.row(
          use.scope().account(),
          use.scope().region(),
          use.scope().kind().label(),
          isRead ? Long.toString(use.used()) : "",
          Integer.toString(use.limit()),
          isRead ? share(use) : "",
          use.state().name(),
          use.lastCompleteAt().map(Instants::text).orElse("never"));
    }
    return table;
  }

  private static String share(QuotaUse use) {
    return String.format(Locale.ROOT, "%.1f%%", use.share() * PERCENT);
  }
}
