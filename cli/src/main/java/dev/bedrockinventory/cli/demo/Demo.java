package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.OutputFormat;
import dev.bedrockinventory.cli.runtime.HandlerLogs;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.cli.runtime.ShutdownSignal;
import dev.bedrockinventory.cli.web.PageServer;
import dev.bedrockinventory.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Runs the scenario on its own local system, which may continue afterwards, with its page. */
public final class Demo {
  private static final long SEED = 4711;

  private final CliContext context;
  private final Narrator narrator;
  private final boolean debug;

  /**
   * Creates a demo.
   *
   * @param debug whether the handlers' logs and metrics are shown, on stderr
   */
  public Demo(CliContext context, boolean debug) {
    this.context = context;
    this.narrator = new Narrator(context.err());
    this.debug = debug;
  }

  /**
   * Runs the demo and returns the {@link ExitCode}.
   *
   * @param once whether to end after the scenario; otherwise the page is served, and people go on
   *     changing resources, until the process is stopped
   * @param port the page's port, as in {@link PageServer#start}
   * @param data the new file that keeps the ledger of a demo that runs once
   */
  public int run(boolean once, Optional<Integer> port, Optional<Path> data, OutputFormat format) {
    HandlerLogs.redirect(debug, context);
    narrator.print("Starting a simulated Amazon Bedrock and DynamoDB Local in this process.");
    var now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var clock = new ScenarioClock(now.minus(Scenario.LENGTH));
    try (var stopping = ShutdownSignal.onSignal();
        var simulator = Simulator.start(0, clock, SEED);
        var deployment = LocalDeployment.to(simulator, clock, context.err())) {
      DemoAccount.REGIONS.forEach(deployment::target);
      var scenario = new Scenario(simulator);
      var runner = new ScenarioRunner(deployment, clock, narrator);
      if (once) {
        var summary = run(scenario, runner, stopping, format);
        data.ifPresent(deployment::saveTo);
        return exitCode(summary);
      }
      try (var pages = PageServer.start(port, deployment::reader, clock)) {
        var summary = run(scenario, runner, stopping, format);
        if (summary.isPresent()) {
          clock.follow(context.clock());
          narrator.print(DemoText.instructions(simulator.endpoint(), pages.address()));
          continueWith(new LiveActivity(deployment, scenario::runNextCall), stopping);
        }
        return exitCode(summary);
      }
    }
  }

  private Optional<DemoSummary> run(
      Scenario scenario, ScenarioRunner runner, ShutdownSignal stopping, OutputFormat format) {
    var steps = scenario.steps();
    narrator.print(DemoText.opening(steps.size()));
    var summary = runner.run(steps, () -> stopping.awaitStop(Duration.ZERO));
    summary.ifPresent(value -> print(value, format));
    return summary;
  }

  private void print(DemoSummary summary, OutputFormat format) {
    switch (format) {
      case JSON, JSONL -> new JsonPrinter(context).value(summary.json(), format);
      case CSV, MARKDOWN -> summary.table().print(context, format);
      case TABLE -> {}
    }
    context.out().flush();
    narrator.print(DemoText.closing(summary));
  }

  private static void continueWith(LiveActivity activity, ShutdownSignal stopping) {
    while (!stopping.awaitStop(LiveActivity.TICK)) {
      activity.tick();
    }
  }

  private static int exitCode(Optional<DemoSummary> summary) {
    return summary.map(DemoSummary::verified).orElse(true) ? ExitCode.SUCCESS : ExitCode.CORRUPTED;
  }
}
