package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Hub;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once before Lambda takes the snapshot that functions start from: work against
 * answers of {@link RehearsedAnswers}, so that the classes of a first call are loaded already.
 * Nothing leaves the process. Where it fails, first calls are slower and nothing else is lost.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private Rehearsal() {}

  /** Plans; whether that went as it should. */
  static boolean plan(Wiring wiring) {
    return rehearse(
        "plan",
        () -> {
          var plan = wiring.rehearsal().planner().plan(wiring.clock().instant());
          plan.check();
        });
  }

  /** Sweeps every kind; whether that went as it should. */
  static boolean sweep(Wiring wiring) {
    return rehearse(
        "sweep",
        () -> {
          var sweeper = wiring.rehearsal().sweeper();
          for (var kind : Kind.values()) {
            sweeper.sweep(task(kind, wiring.hub(), wiring.clock()));
          }
        });
  }

  private static SweepTask task(Kind kind, Hub hub, InstantSource clock) {
    return new SweepTask(
        new Scope(hub.account(), hub.region(), kind), clock.instant(), Optional.empty());
  }

  /** A snapshot is better without a rehearsal than a function without a snapshot. */
  private static boolean rehearse(String part, Runnable work) {
    try {
      work.run();
      LOG.info("rehearsed", entry("part", part));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("rehearsal failed: first calls will be slower", entry("part", part), e);
      return false;
    }
  }
}
