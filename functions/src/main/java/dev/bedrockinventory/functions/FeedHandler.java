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
 * Called with batches of the table's stream: tells new revisions on the event bus, and raises the
 * alarm for a revision that was touched. Never drops a record: the first that cannot be read or
 * told is answered, and the stream comes again from there. What was told before it is not told
 * again; what was sent in one call with it may be.
 */
public final class FeedHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse>, Resource {
  private final Wiring wiring;
  private final Feeder feeder;
  private final FeedTelemetry telemetry;

  /** What Lambda calls. */
  public FeedHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler that is wired otherwise. */
  public FeedHandler(Wiring wiring) {
    this.wiring = wiring;
    feeder = wiring.feeder();
    telemetry = new FeedTelemetry(wiring.metrics());
  }

  /**
   * Tells a batch, and answers from which record on it is to come back.
   *
   * @throws IllegalStateException if the first of several records fails: the mapping halves a batch
   *     that failed as a whole, until that record stands alone and holds up no other
   */
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context, () -> new StreamsEventResponse(failures(event.getRecords())));
  }

  /** Rehearses before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.feed(wiring);
  }

  /** Nothing is left of the time before the snapshot that would have to be made anew. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private List<BatchItemFailure> failures(List<DynamodbStreamRecord> records) {
    var fed = feeder.feed(records);
    telemetry.tell(fed);
    return switch (fed.verdict()) {
      case FeedResult.Verdict.Done() -> List.of();
      case FeedResult.Verdict.Answer(var failed) ->
          List.of(new BatchItemFailure(failed.sequenceNumber()));
      case FeedResult.Verdict.Halve(var failed) ->
          throw new IllegalStateException(
              "the first of %d records, with sequence number %s, cannot be told: %s"
                  .formatted(records.size(), failed.sequenceNumber(), failed.why()));
    };
  }
}
