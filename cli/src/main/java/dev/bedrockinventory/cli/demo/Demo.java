package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.OutputFormat;
import dev.bedrockinventory.cli.runtime.HandlerLogs;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.cli.runtime.ShutdownSignal;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Runs the scenario on its own local system, which may continue afterwards. */
public final class Demo {
  private static final long SEED = 4711;
  private static final Duration LENGTH = Duration.ofHours(3);
  private static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);
  private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
  private static final int EVENTS_A_SWEEP = 10;

  private final CliContext surroundings;
  private final Narrator narrator;
  private final boolean debug;

  /**
   * Creates a demo.
   *
   * @param debug whether the handlers' logs and metrics are shown, on stderr
   */
  public Demo(CliContext surroundings, boolean debug) {
    this.surroundings = surroundings;
    this.narrator = new Narrator(surroundings.err());
    this.debug = debug;
  }

  /** Runs the demo and returns the {@link ExitCode}. */
  public int run(boolean once, OutputFormat format) {
    HandlerLogs.redirect(debug, surroundings);
    narrator.print("Starting a simulated Amazon Bedrock and DynamoDB Local in this process.");
    var now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var clock = new ScenarioClock(now.minus(LENGTH));
    try (var stopping = ShutdownSignal.onSignal();
        var simulator = Simulator.start(0, clock, SEED);
        var deployment = LocalDeployment.to(simulator, clock, surroundings.err())) {
      var steps = new Scenario(simulator, LocalDeployment.ACCOUNT, LocalDeployment.REGION).steps();
      narrator.print(opening(steps.size()));
      var runner = new ScenarioRunner(deployment, clock, narrator);
      var summary = runner.run(steps, BETWEEN_STEPS, () -> stopping.awaitStop(Duration.ZERO));
      summary.ifPresent(value -> print(value, format));
      if (!once && summary.isPresent()) {
        clock.follow(surroundings.clock());
        narrator.print(instructions(simulator.endpoint()));
        for (var second = 1; !stopping.awaitStop(BETWEEN_EVENTS); second++) {
          runner.deliverEvents();
          if (second % EVENTS_A_SWEEP == 0) {
            runner.sweep();
          }
        }
      }
      return summary.map(DemoSummary::verified).orElse(true)
          ? ExitCode.SUCCESS
          : ExitCode.CORRUPTED;
    }
  }

  private void print(DemoSummary summary, OutputFormat format) {
    switch (format) {
      case JSON, JSONL -> new JsonPrinter(surroundings).value(summary.json(), format);
      case TABLE -> {}
    }
    surroundings.out().flush();
    narrator.print(closing(summary));
  }

  private static String opening(int steps) {
    return """

    Every ten minutes of the scenario's clock the real planner sends three tasks to a queue, and
    the real sweeper observes account %s in %s: system-defined profiles, application
    profiles, imported models. In between, the real refresher processes CloudTrail events. The
    demo runs %d steps. The most indented lines show what the ledger recorded.\
    """
        .formatted(LocalDeployment.ACCOUNT, LocalDeployment.REGION, steps);
  }

  private static String closing(DemoSummary summary) {
    var counts = summary.counts();
    return """

    %d sweeps: %s.
    Events reported %d of these changes before any sweep. Recorded refused calls: %d.
    Refused sweeps: %d, partial sweeps: %d, omissions of a listing: %d, unmodeled members: %d. None
    of these deleted anything. Every hash of the ledger was verified: the ledger is %s.\
    """
        .formatted(
            summary.sweeps(),
            Arrays.stream(ChangeKind.values())
                .map(kind -> counts.changes().get(kind) + " " + kind)
                .collect(Collectors.joining(", ")),
            counts.refreshes(),
            counts.attempts(),
            counts.refused(),
            counts.partial(),
            counts.omissions(),
            counts.drift(),
            summary.verified() ? "intact" : "CORRUPTED");
  }

  private static String instructions(URI endpoint) {
    return """

    The inventory now records changes within a second or two, with their author, and sweeps every
    %1$d seconds, until you stop it (Ctrl-C). In another terminal:

      export AWS_ENDPOINT_URL=%2$s AWS_REGION=%3$s AWS_DEFAULT_REGION=%3$s
      export AWS_ACCESS_KEY_ID=%4$salice AWS_SECRET_ACCESS_KEY=local
      aws bedrock list-inference-profiles --type-equals APPLICATION
      aws bedrock create-inference-profile --inference-profile-name my-profile \\
        --model-source copyFrom=arn:aws:bedrock:%3$s::foundation-model/amazon.nova-lite-v1:0 \\
        --tags key=team,value=mine
    """
        .formatted(
            BETWEEN_EVENTS.multipliedBy(EVENTS_A_SWEEP).toSeconds(),
            endpoint,
            LocalDeployment.REGION,
            LocalDeployment.ACCOUNT);
  }
}
