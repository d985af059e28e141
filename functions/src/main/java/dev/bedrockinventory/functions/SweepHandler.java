package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called with messages of the sweep queue, each one task. A look that was refused or partial is a
 * handled message; only one that cannot be read, a ledger that cannot be reached and a crash fail
 * theirs. Each is handled for itself: the order in a group keeps calls few, nothing depends on it.
 */
public final class SweepHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

  private final Wiring wiring;
  private final Sweeper sweeper;
  private final SweepQueue queue;
  private final SweepTelemetry telemetry;

  /** What Lambda calls. */
  public SweepHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler that is wired otherwise. */
  public SweepHandler(Wiring wiring) {
    this.wiring = wiring;
    sweeper = wiring.sweeper();
    queue = wiring.sweepQueue();
    telemetry = new SweepTelemetry(wiring.metrics());
  }

  /** Sweeps, and answers which messages are to come back. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> SqsBatch.handle(event, this::isHandled));
  }

  /** Rehearses before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.sweep(wiring);
  }

  /** Nothing is left of the time before the snapshot that would have to be made anew. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  /** Whatever goes wrong with one message must not fail the others. */
  private boolean isHandled(SQSMessage message) {
    try {
      telemetry.tell(sweeper.sweep(SweepTask.parse(message.getBody())));
      return true;
    } catch (RuntimeException e) {
      LOG.error("message failed", entry("messageId", message.getMessageId()), e);
      releaseSoon(message);
      return false;
    }
  }

  private void releaseSoon(SQSMessage message) {
    try {
      queue.releaseSoon(message.getReceiptHandle());
    } catch (SdkException e) {
      LOG.warn("message returns late", entry("messageId", message.getMessageId()), e);
    }
  }
}
