package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called on schedule: plans a sweep of every scope of every target, and polls of import jobs. The
 * event's {@code time} is the scheduled time; without one it is now. Returns the number of planned
 * scopes.
 */
public final class PlanHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>>, Resource {
  private final Wiring wiring;
  private final Planner planner;
  private final PlanTelemetry telemetry;
  private final InstantSource clock;

  /** Called by Lambda. */
  public PlanHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public PlanHandler(Wiring wiring) {
    this.wiring = wiring;
    planner = wiring.planner();
    telemetry = new PlanTelemetry(wiring.metrics());
    clock = wiring.clock();
  }

  /**
   * Plans.
   *
   * @throws IllegalStateException if there is nothing to plan, or the queue refused a task: the
   *     event must be delivered again
   */
  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> plan(scheduledTime(event)));
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.plan(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private Map<String, Object> plan(Instant plannedAt) {
    var plan = planner.plan(plannedAt);
    telemetry.report(plan);
    plan.check();
    return Map.of("scopes", plan.scopes(), "polls", plan.polls(), "problems", plan.problems());
  }

  private Instant scheduledTime(Map<String, Object> event) {
    if (!event.containsKey("time")) {
      return clock.instant();
    }
    var time = String.valueOf(event.get("time"));
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the event's time is '%s'; expected an instant such as 2026-11-22T14:20:00Z"
              .formatted(time),
          e);
    }
  }
}
