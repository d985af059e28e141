package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.BusEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

final class BusesTest {
  private final Simulator simulator = Simulator.start(0, new ManualClock(), 23);
  private final EventBridgeClient client = TestClients.of(simulator).events();

  @AfterEach
  void close() {
    client.close();
    simulator.close();
  }

  @Test
  void aBusKeepsEventsInOrder() {
    var bus = simulator.place(ACCOUNT, OHIO).bus("changes");

    var answer = put(entry("{\"n\":1}"), entry("{\"n\":2}").copy(e -> e.eventBusName(bus.arn())));

    assertThat(answer.failedEntryCount()).isZero();
    assertThat(answer.entries())
        .extracting(PutEventsResultEntry::eventId)
        .containsExactlyElementsOf(bus.events().stream().map(BusEvent::id).toList())
        .doesNotHaveDuplicates();
    assertThat(bus.events()).extracting(BusEvent::detail).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(bus.events().getFirst())
        .satisfies(event -> {
          assertThat(event.source()).isEqualTo("inventory");
          assertThat(event.detailType()).isEqualTo("Change");
          assertThat(event.resources()).containsExactly("arn:one");
          assertThat(event.time()).isEqualTo(Instant.parse("2026-11-22T14:20:08.123Z"));
        });
    assertThat(simulator.place(ACCOUNT, "us-east-1").bus("changes").events()).isEmpty();
  }

  @Test
  void entriesThatAreIncompleteMalformedOrOfAwsFailAlone() {
    var bus = simulator.place(ACCOUNT, OHIO).bus("changes");

    var answer =
        put(
            entry("{}").copy(e -> e.source(null)),
            entry("{}").copy(e -> e.detailType(null)),
            entry("{\"fine\":true}"),
            entry("[1]"),
            entry("{"),
            entry("{}").copy(e -> e.source("aws.bedrock")));

    assertThat(answer.failedEntryCount()).isEqualTo(5);
    assertThat(answer.entries())
        .extracting(PutEventsResultEntry::errorCode)
        .containsExactly(
            "InvalidArgument",
            "InvalidArgument",
            null,
            "MalformedDetail",
            "MalformedDetail",
            "NotAuthorizedForSourceException");
    assertThat(bus.events()).extracting(BusEvent::detail).containsExactly("{\"fine\":true}");
  }

  @Test
  void aCallTakesOneToTenEntriesAndAQuarterOfAMegabyte() {
    var bus = simulator.place(ACCOUNT, OHIO).bus("changes");
    var text = "{\"text\":\"%s\"}".formatted("x".repeat(131_000));

    put(Collections.nCopies(10, entry("{}")).toArray(PutEventsRequestEntry[]::new));
    put(entry(text), entry(text));

    assertThat(bus.events()).hasSize(12);
    assertRefused("less than or equal to 10", Collections.nCopies(11, entry("{}")));
    assertRefused("greater than or equal to 1", List.of());
    assertRefused("over the limit", List.of(entry(text), entry(text), entry("{}".repeat(300))));
    assertThat(bus.events()).hasSize(12);
  }

  @Test
  void eventsForAMissingBusAreAcceptedAndLost() {
    var answer = put(entry("{}"));

    assertThat(answer.failedEntryCount()).isZero();
    assertThat(simulator.place(ACCOUNT, OHIO).bus("changes").events()).isEmpty();
  }

  @Test
  void onlyABusThatExistsIsDescribed() {
    var bus = simulator.place(ACCOUNT, OHIO).bus("changes");

    assertThat(client.describeEventBus(r -> r.name("changes")).arn()).isEqualTo(bus.arn());
    assertThat(client.describeEventBus(r -> {}).name()).isEqualTo("default");
    assertThatThrownBy(() -> client.describeEventBus(r -> r.name("nowhere")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Event bus nowhere does not exist.");
  }

  @Test
  void aFaultRefusesSomeEntriesOfSomeCalls() {
    var bus = simulator.place(ACCOUNT, OHIO).bus("changes");
    var fault =
        simulator
            .faults()
            .add(
                Match.calls("PutEvents"),
                Fault.throttleEntries(entry -> entry.path("Detail").asText().contains("2")),
                1);

    put(entry("{\"n\":1}"));
    var partly = put(entry("{\"n\":2}"), entry("{\"n\":3}"));
    put(entry("{\"n\":2}"));

    assertThat(fault.acted()).isEqualTo(1);
    assertThat(partly.failedEntryCount()).isEqualTo(1);
    assertThat(partly.entries().getFirst().errorCode()).isEqualTo("ThrottlingException");
    assertThat(bus.events())
        .extracting(BusEvent::detail)
        .containsExactly("{\"n\":1}", "{\"n\":3}", "{\"n\":2}");
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    return client.putEvents(r -> r.entries(entries));
  }

  private void assertRefused(String message, List<PutEventsRequestEntry> entries) {
    assertThatThrownBy(() -> client.putEvents(r -> r.entries(entries)))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining(message);
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("changes")
        .source("inventory")
        .detailType("Change")
        .detail(detail)
        .resources("arn:one")
        .time(Instant.parse("2026-11-22T14:20:08.123Z"))
        .build();
  }
}
