package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ResourceArgument;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.JsonText;
import dev.bedrockinventory.cli.output.OutputFormat;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.cli.output.WhoText;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.RecentAttempts;
import dev.bedrockinventory.query.Resource;
import dev.bedrockinventory.query.ResourceActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints one resource. */
@Command(
    name = "show",
    description =
        "Show one resource; a deleted one in its last state; of an import job"
            + " who started it and how it failed.")
public final class ShowCommand implements Callable<Integer> {
  private final CliContext context;
  private final List<Map.Entry<String, String>> lines = new ArrayList<>();
  @Mixin private final ResourceArgument resource = new ResourceArgument();

  @Option(
      names = "--all",
      description =
          "Show all failed calls; otherwise the newest 100, among the newest 1,000 calls.")
  private boolean all;

  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ShowCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    try (var open = ledger.open(context)) {
      var reader = open.reader();
      var job = resource.findJob();
      if (job.isPresent()) {
        print(job.get(), ResourceActivity.ofJob(reader, job.get()));
      } else {
        var found = resource.find(reader, filter);
        print(found, ResourceActivity.of(reader, found, all));
      }
    }
    return ExitCode.SUCCESS;
  }

  /** An import job is not a resource: it has only its author and its failure. */
  private void print(Arn job, ResourceActivity trail) {
    if (trail.events().who().isEmpty() && trail.recent().attempts().isEmpty()) {
      throw new CommandFailedException(
          "the import job '%s' is not known; jobs are known from their create events"
              .formatted(job));
    }
    if (isJson()) {
      new JsonPrinter(context).value(JsonContract.ofJob(job, trail), output.format());
      return;
    }
    line("ARN", job.text());
    who(trail);
    attempts(trail.recent());
    printLines();
  }

  private void print(Resource found, ResourceActivity trail) {
    if (isJson()) {
      new JsonPrinter(context).value(JsonContract.of(found, trail), output.format());
      return;
    }
    text(found, trail);
    var document = found.head().document().tree();
    if (output.format().isComplete()) {
      line("Document", JsonText.line(document));
      printLines();
    } else {
      printLines();
      context.out().println(JsonText.pretty(document));
    }
  }

  private boolean isJson() {
    return output.format() == OutputFormat.JSON || output.format() == OutputFormat.JSONL;
  }

  private void text(Resource found, ResourceActivity trail) {
    var head = found.head();
    line("ARN", head.arn().text());
    line("Kind", found.scope().kind().label());
    line("Account", found.scope().account());
    line("Region", found.scope().region());
    line("Revision", Long.toString(head.revision()));
    line("First seen", Instants.text(head.firstSeenAt()));
    line("Changed", Instants.text(head.changedAt()));
    found.deletedAt().ifPresent(instant -> line("Deleted", Instants.text(instant)));
    who(trail);
    trail.copiedFrom().ifPresent(source -> line("Copied from", source));
    attempts(trail.recent());
  }

  private void who(ResourceActivity trail) {
    line("Who", WhoText.withCredentials(trail.events().who()));
    if (!trail.events().alsoSeen().isEmpty()) {
      line("Also seen", WhoText.withCredentials(trail.events().alsoSeen()));
    }
  }

  private void attempts(RecentAttempts recent) {
    recent
        .since()
        .ifPresent(at ->
            line(
                "Attempts",
                "only since %s, and there may be more; --all shows all"
                    .formatted(Instants.text(at))));
    recent.attempts().forEach(attempt -> line("Attempt", attempt(attempt)));
  }

  private static String attempt(Evidence event) {
    var refusal = event.refusal().map(no -> no.code() + ": " + no.message()).orElse("");
    return "%s %s by %s from %s, %s"
        .formatted(
            Instants.text(event.at()),
            event.event(),
            WhoText.withCredentials(event),
            event.sourceIp(),
            refusal);
  }

  private void line(String name, String value) {
    lines.add(Map.entry(name, value));
  }

  private void printLines() {
    if (output.format().isComplete()) {
      var table = new TextTable("FIELD", "VALUE");
      lines.forEach(line -> table.row(line.getKey(), line.getValue()));
      table.print(context, output.format());
    } else {
      lines.forEach(line ->
          context
              .out()
              .println("%-13s%s".formatted(line.getKey() + ":", TextTable.clean(line.getValue()))));
    }
  }
}
