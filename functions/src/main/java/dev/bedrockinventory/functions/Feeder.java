package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.feed.ChangePublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Publishes the records of the table's stream in their order, up to the first that fails; modified
 * revisions are reported from the whole batch, at each attempt.
 */
final class Feeder {
  private final ChangePublisher bus;

  Feeder(ChangePublisher bus) {
    this.bus = bus;
  }

  /** Publishes the changes of one batch. */
  FeedResult feed(List<DynamodbStreamRecord> records) {
    var read = new ArrayList<StreamEvent>();
    var unread = Optional.<Stop>empty();
    while (unread.isEmpty() && read.size() < records.size()) {
      try {
        read.add(StreamEvent.of(records.get(read.size())));
      } catch (IllegalArgumentException e) {
        unread = Optional.of(new Stop(read.size(), String.valueOf(e.getMessage())));
      }
    }
    return publish(records, read, unread);
  }

  private FeedResult publish(
      List<DynamodbStreamRecord> records, List<StreamEvent> read, Optional<Stop> unread) {
    var indexes =
        IntStream.range(0, read.size())
            .filter(index -> read.get(index) instanceof StreamEvent.Changed)
            .boxed()
            .toList();
    var events = indexes.stream().map(index -> event(read.get(index))).toList();
    var delivery = bus.put(events);
    var stop =
        delivery
            .refusal()
            .map(why -> new Stop(indexes.get(delivery.taken()), "the bus refused it: " + why))
            .or(() -> unread);
    var published = events.subList(0, delivery.taken());
    return new FeedResult(
        published.size(),
        (int) published.stream().filter(ChangeEvent::truncated).count(),
        modified(read, records.subList(read.size(), records.size())),
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

  private static ChangeEvent event(StreamEvent streamed) {
    return ((StreamEvent.Changed) streamed).event();
  }

  /** Includes records behind the failed one: an alarm must not wait for it. */
  private static List<StreamEvent.Modified> modified(
      List<StreamEvent> read, List<DynamodbStreamRecord> unread) {
    return Stream.concat(read.stream(), unread.stream().flatMap(Feeder::readable))
        .filter(StreamEvent.Modified.class::isInstance)
        .map(StreamEvent.Modified.class::cast)
        .toList();
  }

  /** An unreadable record is handled when the batch is delivered again without those before it. */
  private static Stream<StreamEvent> readable(DynamodbStreamRecord record) {
    try {
      return Stream.of(StreamEvent.of(record));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
