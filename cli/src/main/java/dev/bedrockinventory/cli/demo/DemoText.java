package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the demo prints before and after its steps. */
final class DemoText {
  private DemoText() {}

  /** Printed before the steps. */
  static String opening(int steps) {
    return """

    The demo runs %d steps, four weeks by the clock of the scenario, in the account %s and the
    regions %s. The real refresher processes the CloudTrail events
    of each step. Then the real planner sends one task for each region and kind of resource to a
    queue, and the real sweeper observes system-defined profiles, application profiles and imported
    models. The most indented lines show what the ledger recorded.\
    """
        .formatted(steps, DemoAccount.ID, String.join(", ", DemoAccount.REGIONS));
  }

  /** Printed after the steps. */
  static String closing(DemoSummary summary) {
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

  /** Printed when the demo continues; the page's address is the last line. */
  static String instructions(URI endpoint, URI page) {
    return """

    People now go on changing resources, %1$d times a minute. To change some yourself, in another
    terminal:

      export AWS_ENDPOINT_URL=%2$s AWS_REGION=%3$s AWS_DEFAULT_REGION=%3$s
      export AWS_ACCESS_KEY_ID=%4$syou AWS_SECRET_ACCESS_KEY=local
      aws bedrock list-inference-profiles --type-equals APPLICATION
      aws bedrock create-inference-profile --inference-profile-name my-profile \\
        --model-source copyFrom=arn:aws:bedrock:%3$s::foundation-model/amazon.nova-lite-v1:0 \\
        --tags key=team,value=mine

    Each change is on the page within a few seconds, with its author. Stop with Ctrl-C.
    Open this page: who moved checkout-chat to another team, and what was it like before?
    %5$s\
    """
        .formatted(
            60 / LiveActivity.TICKS_A_CHANGE, endpoint, DemoAccount.HOME, DemoAccount.ID, page);
  }
}
