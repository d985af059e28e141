package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChangePublisherTest {
  private final TestBus test = new TestBus();
  private final List<Integer> pauses = new ArrayList<>();
  private final ChangePublisher changes =
      new ChangePublisher(test.client, TestBus.NAME, pauses::add);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void eventsArriveOnceInOrderWithTenPerCall() {
    var events = events(25);

    var delivery = changes.put(events);

    assertThat(delivery.accepted()).isEqualTo(25);
    assertThat(delivery.rejection()).isEmpty();
    assertThat(test.published())
        .containsExactlyElementsOf(events.stream().map(ChangeEvent::json).toList());
    assertThat(test.simulator.calls().count("PutEvents")).isEqualTo(3);
    assertThat(test.bus.events().getFirst())
        .satisfies(event -> {
          assertThat(event.source()).isEqualTo("bedrock-inventory");
          assertThat(event.detailType()).isEqualTo("Bedrock Inventory Change");
          assertThat(event.resources()).containsExactly(Revisions.ARN.text());
          assertThat(event.time()).isEqualTo("2026-11-22T14:20:09.123Z");
        });
  }

  @Test
  void noCallHoldsMoreThanAQuarterOfAMegabyte() {
    var events =
        LongStream.rangeClosed(1, 4)
            .mapToObj(number -> ChangeEvent.of(Revisions.large(number, 120_000)))
            .toList();

    var delivery = changes.put(events);

    assertThat(delivery.accepted()).isEqualTo(4);
    assertThat(test.simulator.calls().count("PutEvents")).isEqualTo(2);
  }

  @Test
  void noEventsCauseNoCall() {
    assertThat(changes.put(List.of()).accepted()).isZero();
    assertThat(test.simulator.calls().count("PutEvents")).isZero();
  }

  @Test
  void onlyRejectedEntriesArePutAgain() {
    var events = events(10);
    test.simulator
        .faults()
        .add(Match.calls("PutEvents"), Fault.throttleEntries(revision(3).or(revision(7))), 2);

    var delivery = changes.put(events);

    assertThat(delivery.accepted()).isEqualTo(10);
    assertThat(delivery.rejection()).isEmpty();
    assertThat(test.published())
        .hasSize(10)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(ChangeEvent::json).toList());
    assertThat(test.simulator.calls().count("PutEvents")).isEqualTo(3);
    assertThat(pauses).containsExactly(1, 2);
  }

  @Test
  void aRepeatedlyRejectedEntryStopsPublishingWithItsErrorCodeOnly() {
    test.simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuseEntries(
                revision(13), "MalformedDetail", "Value '{\"team\":\"red\"}' is malformed."));

    var delivery = changes.put(events(25));

    assertThat(delivery.accepted()).isEqualTo(12);
    assertThat(delivery.rejection()).contains("MalformedDetail");
    assertThat(test.published()).hasSize(19);
    assertThat(test.simulator.calls().count("PutEvents")).isEqualTo(4);
  }

  @Test
  void aFailedCallStopsPublishingWithItsErrorCodeOnly() {
    test.simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuse(400, "ValidationException", "Value '{\"team\":\"red\"}' is not valid"));

    var delivery = changes.put(events(2));

    assertThat(delivery.accepted()).isZero();
    assertThat(delivery.rejection()).contains("ValidationException, HTTP status 400");
    assertThat(test.published()).isEmpty();
  }

  @Test
  void anEntryWithoutAResultIsRejected() {
    test.simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.edit(answer -> answer.putArray("Entries").addObject().put("EventId", "1")));

    var delivery = changes.put(events(5));

    assertThat(delivery.accepted()).isEqualTo(3);
    assertThat(delivery.rejection()).contains("the response of PutEvents has no result for it");
  }

  @Test
  void onlyAMissingOrUnreadableBusIsAProblem() {
    assertThat(changes.findProblem()).isEmpty();
    assertThat(new ChangePublisher(test.client, test.bus.arn(), pauses::add).findProblem())
        .isEmpty();
    assertThat(new ChangePublisher(test.client, "nowhere", pauses::add).findProblem().orElseThrow())
        .contains("does not exist");

    test.simulator.faults().add(Match.calls("DescribeEventBus"), Fault.deny());

    assertThat(changes.findProblem().orElseThrow())
        .contains("AccessDeniedException", "allow events:DescribeEventBus");
  }

  private static List<ChangeEvent> events(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(number -> ChangeEvent.of(Revisions.large(number, 10)))
        .toList();
  }

  private static Predicate<JsonNode> revision(int number) {
    return entry -> entry.path("Detail").asText().contains("\"revision\":%d,".formatted(number));
  }
}
