package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/**
 * Publishes changes to an event bus. A refusal is reported by the service's error code alone: its
 * messages may repeat the event, which must not be logged. Thread-safe, as its client is.
 */
public final class ChangePublisher {
  /** The maximum number of entries of one call (EventBridge quotas). */
  private static final int MOST_ENTRIES = 10;

  /** The maximum size of one call in bytes, by the limit before it was raised to 1 MB. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final int ATTEMPTS = 3;
  private static final int FORBIDDEN = 403;
  private static final String DENIED = "AccessDeniedException";
  private static final String NO_CODE = "no error code";

  private final EventBridgeClient client;
  private final String bus;
  private final Backoff pause;

  /**
   * Creates a publisher.
   *
   * @param bus the bus's name or ARN
   * @param pause the pause before refused entries are sent again
   */
  public ChangePublisher(EventBridgeClient client, String bus, Backoff pause) {
    this.client = client;
    this.bus = bus;
    this.pause = pause;
  }

  /**
   * Why the bus cannot be used; empty if it can. The service accepts events for a bus that does not
   * exist, and loses them silently (aws-cli issue 9186).
   */
  public Optional<String> findProblem() {
    try {
      var _ = client.describeEventBus(DescribeEventBusRequest.builder().name(bus).build());
      return Optional.empty();
    } catch (ResourceNotFoundException e) {
      return Optional.of("it does not exist; check its name, AWS_REGION and the endpoint");
    } catch (EventBridgeException e) {
      return Optional.of(
          e.statusCode() == FORBIDDEN || DENIED.equals(code(e))
              ? "DescribeEventBus is denied (%s): allow events:DescribeEventBus on it, beside"
                      .formatted(code(e))
                  + " events:PutEvents"
              : "DescribeEventBus got no response: " + why(e));
    } catch (SdkException e) {
      return Optional.of("DescribeEventBus got no response: " + why(e));
    }
  }

  /**
   * Publishes events in their order, in as few calls as the limits allow. A call may succeed in
   * part: refused entries are sent again, twice. The first entry that is still refused, or the
   * first failed call, ends it. An event may be accepted twice if a call without a response is
   * repeated.
   */
  public PublishResult put(List<ChangeEvent> events) {
    var taken = 0;
    while (taken < events.size()) {
      var batch = batch(events.subList(taken, events.size()));
      var delivery = putBatch(batch);
      taken += delivery.taken();
      if (delivery.refusal().isPresent()) {
        return new PublishResult(taken, delivery.refusal());
      }
    }
    return new PublishResult(taken, Optional.empty());
  }

  /** The first events that fit into one call, at least one. */
  private static List<ChangeEvent> batch(List<ChangeEvent> events) {
    var bytes = events.getFirst().bytes();
    var size = 1;
    while (size < Math.min(MOST_ENTRIES, events.size())
        && bytes + events.get(size).bytes() <= MOST_BYTES) {
      bytes += events.get(size).bytes();
      size++;
    }
    return events.subList(0, size);
  }

  private PublishResult putBatch(List<ChangeEvent> batch) {
    var waiting = IntStream.range(0, batch.size()).boxed().toList();
    var refusal = Optional.<String>empty();
    for (var attempt = 1; attempt <= ATTEMPTS && !waiting.isEmpty(); attempt++) {
      if (attempt > 1) {
        pause.before(attempt - 1);
      }
      try {
        var results =
            client.putEvents(request(waiting.stream().map(batch::get).toList())).entries();
        var refused = refused(waiting.size(), results);
        refusal = refused.stream().findFirst().map(place -> why(results, place));
        waiting = refused.stream().map(waiting::get).toList();
      } catch (SdkException e) {
        return new PublishResult(waiting.getFirst(), Optional.of(why(e)));
      }
    }
    return new PublishResult(waiting.isEmpty() ? batch.size() : waiting.getFirst(), refusal);
  }

  /** The indexes of the refused entries: only an entry with an id was accepted. */
  private static List<Integer> refused(int entries, List<PutEventsResultEntry> results) {
    var refused = new ArrayList<Integer>();
    for (var place = 0; place < entries; place++) {
      if (place >= results.size() || results.get(place).eventId() == null) {
        refused.add(place);
      }
    }
    return refused;
  }

  private PutEventsRequest request(List<ChangeEvent> events) {
    return PutEventsRequest.builder().entries(events.stream().map(this::entry).toList()).build();
  }

  private PutEventsRequestEntry entry(ChangeEvent event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(ChangeEvent.SOURCE)
        .detailType(ChangeEvent.DETAIL_TYPE)
        .resources(event.arn().text())
        .time(event.observedAt())
        .detail(event.json())
        .build();
  }

  private static String why(List<PutEventsResultEntry> results, int place) {
    if (place >= results.size()) {
      return "the response of PutEvents does not contain it";
    }
    return Optional.ofNullable(results.get(place).errorCode()).orElse(NO_CODE);
  }

  private static String why(SdkException e) {
    return e instanceof AwsServiceException service
        ? "%s, HTTP status %d".formatted(code(service), service.statusCode())
        : String.valueOf(e.getMessage());
  }

  private static String code(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse(NO_CODE);
  }
}
