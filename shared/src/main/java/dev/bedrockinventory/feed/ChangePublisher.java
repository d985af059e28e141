package dev.bedrockinventory.feed;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.sweep.Backoff;
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
 * Publishes changes of the inventory, and of its targets, to an event bus. A rejection is reported
 * by its error code only: the messages of EventBridge may repeat the event, which must not be
 * logged. Thread-safe, as its client is.
 */
public final class ChangePublisher {
  /** The maximum number of entries in one call (EventBridge quotas). */
  private static final int MAX_ENTRIES = 10;

  /** The maximum size of one call: the limit before it was raised to 1 MB. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final int ATTEMPTS = 3;
  private static final int FORBIDDEN = 403;
  private static final String DENIED = "AccessDeniedException";
  private static final String NO_CODE = "no error code";

  private final EventBridgeClient client;
  private final String bus;
  private final Backoff pause;

  /**
   * A publisher for one bus.
   *
   * @param bus its name or ARN
   * @param pause the delay before rejected entries are put again
   */
  public ChangePublisher(EventBridgeClient client, String bus, Backoff pause) {
    this.client = client;
    this.bus = bus;
    this.pause = pause;
  }

  /**
   * The reason why the bus cannot be used, if there is one. EventBridge accepts events for a bus
   * that does not exist and silently drops them (aws-cli issue 9186).
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
              ? "DescribeEventBus is denied (%s): allow events:DescribeEventBus on it, in addition to"
                      .formatted(code(e))
                  + " events:PutEvents"
              : "DescribeEventBus failed: " + why(e));
    } catch (SdkException e) {
      return Optional.of("DescribeEventBus failed: " + why(e));
    }
  }

  /**
   * Puts events in order, in as few calls as the limits allow. A call may succeed in part: rejected
   * entries are put again, at most twice. Stops at the first entry that is still rejected, or call
   * that fails. An event may be published twice if a call is repeated because its response was
   * lost.
   */
  public PublishResult put(List<? extends PublishedEvent> events) {
    var accepted = 0;
    while (accepted < events.size()) {
      var batch = batch(events.subList(accepted, events.size()));
      var delivery = putBatch(batch);
      accepted += delivery.accepted();
      if (delivery.rejection().isPresent()) {
        return new PublishResult(accepted, delivery.rejection());
      }
    }
    return new PublishResult(accepted, Optional.empty());
  }

  /** The first events that fit into one call, at least one. */
  private static List<? extends PublishedEvent> batch(List<? extends PublishedEvent> events) {
    var bytes = events.getFirst().bytes();
    var size = 1;
    while (size < Math.min(MAX_ENTRIES, events.size())
        && bytes + events.get(size).bytes() <= MAX_BYTES) {
      bytes += events.get(size).bytes();
      size++;
    }
    return events.subList(0, size);
  }

  private PublishResult putBatch(List<? extends PublishedEvent> batch) {
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
        refusal = refused.stream().findFirst().map(index -> why(results, index));
        waiting = refused.stream().map(waiting::get).toList();
      } catch (SdkException e) {
        return new PublishResult(waiting.getFirst(), Optional.of(why(e)));
      }
    }
    return new PublishResult(waiting.isEmpty() ? batch.size() : waiting.getFirst(), refusal);
  }

  /** The indexes of the rejected entries: an accepted entry has an event id. */
  private static List<Integer> refused(int entries, List<PutEventsResultEntry> results) {
    var refused = new ArrayList<Integer>();
    for (var index = 0; index < entries; index++) {
      if (index >= results.size() || results.get(index).eventId() == null) {
        refused.add(index);
      }
    }
    return refused;
  }

  private PutEventsRequest request(List<? extends PublishedEvent> events) {
    return PutEventsRequest.builder().entries(events.stream().map(this::entry).toList()).build();
  }

  private PutEventsRequestEntry entry(PublishedEvent event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(PublishedEvent.SOURCE)
        .detailType(event.detailType())
        .resources(event.subject())
        .time(event.observedAt())
        .detail(event.json())
        .build();
  }

  private static String why(List<PutEventsResultEntry> results, int index) {
    if (index >= results.size()) {
      return "the response of PutEvents has no result for it";
    }
    return Optional.ofNullable(results.get(index).errorCode()).orElse(NO_CODE);
  }

  private static String why(SdkException e) {
    return e instanceof AwsServiceException service
        ? "%s, HTTP status %d".formatted(code(service), service.statusCode())
        : NetworkException.find(e).orElseGet(() -> String.valueOf(e.getMessage()));
  }

  private static String code(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse(NO_CODE);
  }
}
