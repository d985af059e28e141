package dev.bedrockinventory.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.feed.Redrive;
import dev.bedrockinventory.feed.Redriven;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Instants;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells changes again that the feed lost. */
@Command(
    name = "redrive",
    description = {
      "Put changes on the event bus again, with the ids that they had, oldest first.",
      "Exit 4 if a revision is no longer what was recorded; it is not told."
    })
final class RedriveCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final BusOptions buses = new BusOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--change",
      paramLabel = "CHANGE",
      description = "Only this kind of change: CREATED, UPDATED, DELETED. Repeatable.")
  private List<ChangeKind> kinds = List.of();

  RedriveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    var period = periods.period(surroundings.clock().instant());
    if (period.since().isEmpty()) {
      throw new UsageException("from when on? tell it with --since WHEN");
    }
    var name = buses.name(surroundings);
    ledger.check(surroundings);
    try (var events = buses.client(ledger.aws(), surroundings);
        var open = ledger.open(surroundings)) {
      var bus = buses.open(events, surroundings);
      var redriven =
          new Redrive(open.reader(), surroundings.clock(), bus)
              .run(period, filter, Set.copyOf(kinds));
      print(name, redriven);
      return exitCode(redriven);
    }
  }

  private static int exitCode(Redriven redriven) {
    redriven
        .stop()
        .ifPresent(stop -> {
          throw new CommandFailedException(
              "after %d changes the event bus did not take %s: %s; go on with --since %s"
                  .formatted(
                      redriven.sent(), stop.id(), stop.why(), Instants.text(stop.observedAt())));
        });
    return redriven.broken().isEmpty() ? ExitCode.FINE : ExitCode.BROKEN;
  }

  private void print(String bus, Redriven redriven) {
    switch (output.format()) {
      case JSON, JSONL -> new Printer(surroundings).value(json(bus, redriven), output.format());
      case TABLE -> text(bus, redriven);
    }
  }

  private static ObjectNode json(String bus, Redriven redriven) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("bus", bus)
            .put("sent", redriven.sent())
            .put("truncated", redriven.truncated());
    var broken = tree.putArray("broken");
    for (var each : redriven.broken()) {
      broken
          .addObject()
          .put("arn", each.arn().text())
          .put("revision", each.revision())
          .put("problem", each.problem());
    }
    redriven
        .stop()
        .ifPresent(
            stop -> tree.putObject("stopped").put("id", stop.id()).put("problem", stop.why()));
    return tree;
  }

  private void text(String bus, Redriven redriven) {
    var out = surroundings.out();
    for (var each : redriven.broken()) {
      out.println(
          "BROKEN  %s  revision %d: %s".formatted(each.arn(), each.revision(), each.problem()));
    }
    out.println(
        "Sent %d changes to event bus %s, %d of them truncated; %d are broken"
            .formatted(redriven.sent(), bus, redriven.truncated(), redriven.broken().size()));
  }
}
