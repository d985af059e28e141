package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.Bus;
import dev.bedrockinventory.simulator.world.BusEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

final class ChangeBusTest {
  private final Simulator simulator = Simulator.start(0, InstantSource.system(), 29);
  private final Bus bus = simulator.place("111122223333", "us-east-2").bus("changes");
  private final EventBridgeClient client =
      EventBridgeClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .region(Region.US_EAST_2)
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create("111122223333feed", "secret")))
          .endpointOverride(simulator.endpoint())
          .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();
  private final List<Integer> pauses = new ArrayList<>();
  private final ChangeBus changes = new ChangeBus(client, "changes", pauses::add);

  @AfterEach
  void close() {
    client.close();
    simulator.close();
  }

  @Test
  void eventsArriveOnceInTheirOrderTenACall() {
    var events = events(25);

    var delivery = changes.put(events);

    assertThat(delivery.taken()).isEqualTo(25);
    assertThat(delivery.refusal()).isEmpty();
    assertThat(told()).containsExactlyElementsOf(events.stream().map(ChangeEvent::json).toList());
    assertThat(simulator.calls().count("PutEvents")).isEqualTo(3);
    assertThat(bus.events().getFirst())
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

    assertThat(delivery.taken()).isEqualTo(4);
    assertThat(simulator.calls().count("PutEvents")).isEqualTo(2);
  }

  @Test
  void nothingIsPutForNoEvents() {
    assertThat(changes.put(List.of()).taken()).isZero();
    assertThat(simulator.calls().count("PutEvents")).isZero();
  }

  @Test
  void entriesThatAreRefusedArePutAgainAlone() {
    var events = events(10);
    simulator
        .faults()
        .add(Match.calls("PutEvents"), Fault.throttleEntries(revision(3).or(revision(7))), 2);

    var delivery = changes.put(events);

    assertThat(delivery.taken()).isEqualTo(10);
    assertThat(delivery.refusal()).isEmpty();
    assertThat(told())
        .hasSize(10)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(ChangeEvent::json).toList());
    assertThat(simulator.calls().count("PutEvents")).isEqualTo(3);
    assertThat(pauses).containsExactly(1, 2);
  }

  @Test
  void anEntryThatIsRefusedToTheEndEndsThePuttingBeforeIt() {
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuseEntries(revision(13), "MalformedDetail", "Detail is malformed."));

    var delivery = changes.put(events(25));

    assertThat(delivery.taken()).isEqualTo(12);
    assertThat(delivery.refusal()).contains("MalformedDetail (Detail is malformed.)");
    assertThat(told()).hasSize(19);
    assertThat(simulator.calls().count("PutEvents")).isEqualTo(4);
  }

  @Test
  void aCallThatFailsEndsThePuttingWithItsCodeAndNothingThatWasSent() {
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuse(400, "ValidationException", "Value '{\"team\":\"red\"}' is not valid"));

    var delivery = changes.put(events(2));

    assertThat(delivery.taken()).isZero();
    assertThat(delivery.refusal()).contains("ValidationException, HTTP status 400");
    assertThat(told()).isEmpty();
  }

  @Test
  void anAnswerThatTellsNotOfAllEntriesIsNoSuccess() {
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.edit(answer -> answer.putArray("Entries").addObject().put("EventId", "1")));

    var delivery = changes.put(events(5));

    assertThat(delivery.taken()).isEqualTo(3);
    assertThat(delivery.refusal()).contains("the answer of PutEvents does not tell of it");
  }

  @Test
  void onlyABusThatDoesNotExistOrCannotBeAskedIsAProblem() {
    assertThat(changes.findProblem()).isEmpty();
    assertThat(new ChangeBus(client, bus.arn(), pauses::add).findProblem()).isEmpty();
    assertThat(new ChangeBus(client, "nowhere", pauses::add).findProblem().orElseThrow())
        .contains("does not exist");

    simulator.faults().add(Match.calls("DescribeEventBus"), Fault.deny());

    assertThat(changes.findProblem().orElseThrow())
        .contains("DescribeEventBus", "AccessDeniedException");
  }

  private List<String> told() {
    return bus.events().stream().map(BusEvent::detail).toList();
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
