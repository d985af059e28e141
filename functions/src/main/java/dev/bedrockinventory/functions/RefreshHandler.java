package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.sweep.RefreshResult;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called with messages of the event queue: CloudTrail's records of calls, and polls of import jobs.
 * An event of an account that is not a target is refused and dropped; a message that cannot be
 * parsed, a resource that could not be read or recorded, and a crash fail the message, so that it
 * is delivered again.
 */
public final class RefreshHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshHandler.class);

  private final Wiring wiring;
  private final Refresher refresher;
  private final RefreshTelemetry telemetry;

  /** Called by Lambda. */
  public RefreshHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public RefreshHandler(Wiring wiring) {
    this.wiring = wiring;
    refresher = wiring.refresher();
    telemetry = new RefreshTelemetry(wiring.metrics());
  }

  /** The body of a message that polls an import job. */
  public static String poll(Arn job) {
    return new RefreshTask.Poll(job).json();
  }

  /** Processes the messages and returns those to deliver again. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> SqsBatch.handle(event, this::isHandled));
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.refresh(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  /** A failure of one message must not fail the others. */
  private boolean isHandled(SQSMessage message) {
    try {
      var task = RefreshTask.parse(message.getBody());
      telemetry.report(message.getMessageId(), task);
      var results = refresher.run(task);
      results.forEach(result -> telemetry.report(message.getMessageId(), result));
      return results.stream().noneMatch(RefreshResult.Failed.class::isInstance);
    } catch (NoTargetException e) {
      LOG.warn(
          "event refused",
          entry("messageId", message.getMessageId()),
          entry("why", e.getMessage()));
      return true;
    } catch (RuntimeException e) {
      LOG.error("message failed", entry("messageId", message.getMessageId()), e);
      return false;
    }
  }
}
