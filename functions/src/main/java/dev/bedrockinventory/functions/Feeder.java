package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.feed.ChangePublisher;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Publishes the records of the table's stream in their order, up to the first that fails; tampering
 * is reported from the whole batch, at each attempt: an alarm must not wait for that record.
 */
final class Feeder {
  private final ChangePublisher bus;
  private final Supplier<TamperingCheck> checks;

  /**
   * A feeder of this bus.
   *
   * @param checks a new check for each batch
   */
  Feeder(ChangePublisher bus, Supplier<TamperingCheck> checks) {
    this.bus = bus;
    this.checks = checks;
  }

  /** Publishes the changes of one batch. */
  FeedResult feed(List<DynamodbStreamRecord> records) {
    var check = checks.get();
    var results = records.stream().map(check::check).toList();
    var failure =
        IntStream.range(0, results.size())
            .filter(index -> results.get(index) instanceof RecordResult.Failure)
            .boxed()
            .findFirst();
    var indexes =
        IntStream.range(0, failure.orElse(results.size()))
            .filter(index -> results.get(index) instanceof RecordResult.Change)
            .boxed()
            .toList();
    var events = indexes.stream().map(index -> event(results.get(index))).toList();
    var delivery = bus.put(events);
    var stop =
        delivery
            .rejection()
            .map(why -> new Stop(indexes.get(delivery.accepted()), "the bus refused it: " + why))
            .or(() -> failure.map(index -> new Stop(index, why(results.get(index)))));
    var published = events.subList(0, delivery.accepted());
    return new FeedResult(
        published.size(),
        (int) published.stream().filter(ChangeEvent::truncated).count(),
        (int) results.stream().filter(RecordResult.Heartbeat.class::isInstance).count(),
        tampering(results),
        stop.map(at -> verdict(at, records)).orElseGet(FeedResult.Verdict.Done::new));
  }

  /**
   * The first record that failed.
   *
   * @param index its index in the batch, from 0
   */
  private record Stop(int index, String why) {}

  private static FeedResult.Verdict verdict(Stop stop, List<DynamodbStreamRecord> records) {
    var record = records.get(stop.index());
    var failed =
        new FeedResult.Failed(
            Optional.ofNullable(record.getEventID()).orElse(""),
            Optional.ofNullable(record.getDynamodb())
                .map(StreamRecord::getSequenceNumber)
                .orElse(""),
            stop.why());
    return stop.index() == 0 && records.size() > 1
        ? new FeedResult.Verdict.Halve(failed)
        : new FeedResult.Verdict.Answer(failed);
  }

  private static ChangeEvent event(RecordResult result) {
    return ((RecordResult.Change) result).event();
  }

  private static String why(RecordResult result) {
    return ((RecordResult.Failure) result).why();
  }

  private static List<RecordResult.Tampering> tampering(List<RecordResult> results) {
    return results.stream()
        .filter(RecordResult.Tampering.class::isInstance)
        .map(RecordResult.Tampering.class::cast)
        .toList();
  }
}
