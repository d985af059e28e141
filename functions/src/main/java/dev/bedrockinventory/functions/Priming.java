package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.dashboard.View;
import dev.bedrockinventory.dashboard.ViewParameter;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Hub;
import dev.bedrockinventory.sweep.Deadline;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Priming, which runs once before Lambda takes the SnapStart snapshot: work against the responses
 * of {@link PrimingHttpClient}, so that the classes of a first call are loaded already. Nothing
 * leaves the process. If it fails, first calls are slower, with no other effect.
 */
final class Priming {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  private Priming() {}

  /** Plans; returns whether it succeeded. */
  static boolean plan(Wiring wiring) {
    return prime(
        "plan",
        () -> {
          var plan = wiring.priming().planner().plan(wiring.clock().instant());
          plan.check();
        });
  }

  /** Sweeps every kind; returns whether it succeeded. */
  static boolean sweep(Wiring wiring) {
    return prime(
        "sweep",
        () -> {
          var sweeper = wiring.priming().sweeper();
          for (var kind : Kind.values()) {
            sweeper.sweep(task(kind, wiring.hub(), wiring.clock()), Deadline.NONE);
          }
        });
  }

  /** Refreshes a profile that an event names; returns whether it succeeded. */
  static boolean refresh(Wiring wiring) {
    return prime(
        "refresh",
        () ->
            wiring
                .priming()
                .refresher()
                .run(List.of(RefreshTask.parse(event(wiring.hub()))), Deadline.NONE));
  }

  /** Publishes a new revision and checks a removed head; returns whether it succeeded. */
  static boolean feed(Wiring wiring) {
    return prime(
        "feed",
        () -> {
          var records = new PrimingRecords(wiring.hub());
          var feeder = wiring.priming(Map.of("Query", records.chain())).feeder();
          var fed = feeder.feed(List.of(records.insertedRevision(), records.removedHead()));
          if (!(fed.verdict() instanceof FeedResult.Verdict.Done)) {
            throw new IllegalStateException(fed.verdict().toString());
          }
        });
  }

  /** Shows every view; returns whether it succeeded. */
  static boolean dashboard(Wiring wiring) {
    return prime(
        "dashboard",
        () -> {
          var widgets = wiring.priming().widgets();
          for (var view : View.values()) {
            widgets.answer(
                JsonNodeFactory.instance.objectNode().put(ViewParameter.VIEW.key(), view.key()),
                "priming");
          }
        });
  }

  private static String event(Hub hub) {
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("detail-type", "AWS API Call via CloudTrail")
            .put("source", "aws.bedrock")
            .put("account", hub.account())
            .put("region", hub.region());
    var request =
        event
            .putObject("detail")
            .put("eventSource", "bedrock.amazonaws.com")
            .put("eventName", "TagResource")
            .put("eventID", "priming")
            .put("eventTime", "2026-01-01T00:00:00Z")
            .put("awsRegion", hub.region())
            .putObject("requestParameters");
    request.putArray("tags").addObject().put("key", "priming").put("value", "1");
    request.put(
        "resourceARN",
        "arn:aws:bedrock:%s:%s:application-inference-profile/priming000001"
            .formatted(hub.region(), hub.account()));
    return CanonicalJson.write(event);
  }

  private static SweepTask task(Kind kind, Hub hub, InstantSource clock) {
    return new SweepTask(
        new Scope(hub.account(), hub.region(), kind), clock.instant(), Optional.empty(), true);
  }

  /** A snapshot without priming is better than a function without a snapshot. */
  private static boolean prime(String part, Runnable work) {
    try {
      work.run();
      LOG.info("primed", entry("part", part));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("priming failed: first calls will be slower", entry("part", part), e);
      return false;
    }
  }
}
