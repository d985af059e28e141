package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called with batches of the table's stream: publishes new revisions on the event bus, and raises
 * the alarm for tampering. Never drops a record: the first that cannot be read, checked or
 * published is returned as failed, and the stream continues there. Records before it are not
 * published again; those in the same call may be.
 */
public final class FeedHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse>, Resource {
  private final Wiring wiring;
  private final Feeder feeder;
  private final FeedTelemetry telemetry;

  /** Called by Lambda. */
  public FeedHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public FeedHandler(Wiring wiring) {
    this.wiring = wiring;
    feeder = wiring.feeder();
    telemetry = new FeedTelemetry(wiring.metrics());
  }

  /**
   * Publishes a batch and returns the record from which it must be delivered again.
   *
   * @throws IllegalStateException if the first of several records fails: the mapping halves a batch
   *     that failed as a whole, until that record is alone and delays no other
   */
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context, () -> new StreamsEventResponse(failures(event.getRecords())));
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.feed(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private List<BatchItemFailure> failures(List<DynamodbStreamRecord> records) {
    var fed = feeder.feed(records);
    telemetry.report(fed);
    return switch (fed.verdict()) {
      case FeedResult.Verdict.Done() -> List.of();
      case FeedResult.Verdict.Answer(var failed) ->
          List.of(new BatchItemFailure(failed.sequenceNumber()));
      case FeedResult.Verdict.Halve(var failed) ->
          throw new IllegalStateException(
              "the first of %d records, with sequence number %s, cannot be published: %s"
                  .formatted(records.size(), failed.sequenceNumber(), failed.why()));
    };
  }
}
