package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Duration;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called with messages of the sweep queue, each one task. A refused or partial observation is a
 * handled message; only a message that cannot be parsed, an unreachable ledger and a crash fail it.
 * Messages are independent: the order in a group limits the calls, and nothing depends on it.
 */
public final class SweepHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

  /** The group of a failed message waits as long. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private final Wiring wiring;
  private final Sweeper sweeper;
  private final FailedMessages failures;
  private final SweepTelemetry telemetry;

  /** Called by Lambda. */
  public SweepHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public SweepHandler(Wiring wiring) {
    this.wiring = wiring;
    sweeper = wiring.sweeper();
    failures = new FailedMessages(wiring.sweepQueue(), FIRST_PAUSE);
    telemetry = new SweepTelemetry(wiring.metrics());
  }

  /** Sweeps and returns the messages to deliver again. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
          var deadline = sweeper.deadline(remaining);
          return failures.response(
              event.getRecords().stream()
                  .filter(message -> !isHandled(message, deadline))
                  .toList());
        });
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.sweep(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  /** A failure of one message must not fail the others. */
  private boolean isHandled(SQSMessage message, Deadline deadline) {
    try {
      var task = SweepTask.parse(message.getBody());
      telemetry.report(sweeper.sweep(task, deadline), task.hasEvents());
      return true;
    } catch (RuntimeException e) {
      LOG.error("message failed", entry("messageId", message.getMessageId()), e);
      return false;
    }
  }
}
