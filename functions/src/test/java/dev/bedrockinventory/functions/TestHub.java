package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.TableCreator;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.world.Message;
import dev.bedrockinventory.simulator.world.RegionState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The hub that handlers are deployed to: a simulated AWS, a table, a queue, and its wiring. */
final class TestHub implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-2";

  /** In the future, so that the credentials of roles are still good by the clock of the SDK. */
  static final Instant START = Instant.parse("2100-03-01T09:00:00Z");

  static final String TARGETS = "/inventory/targets";
  static final String BUS = "changes";

  private static final String SWEEPS = "sweeps.fifo";
  private static final String EVENTS = "events";
  private static final String TABLE = "ledger";
  private static final StaticCredentialsProvider OWN =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT + "hub", "secret"));

  final TestClock clock = new TestClock(START);
  final Simulator simulator = Simulator.start(0, clock, 7);
  final Map<String, String> environment = new HashMap<>();

  private final Engine engine = Engine.inMemory(0);
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .region(Region.of(REGION))
          .credentialsProvider(OWN)
          .endpointOverride(engine.endpoint())
          .build();

  TestHub() {
    new TableCreator(dynamo, TABLE).makeWhereMissing();
    region().queue(SWEEPS);
    region().queue(EVENTS);
    environment.put(Variable.ACCOUNT.key(), ACCOUNT);
    environment.put(Variable.REGION.key(), REGION);
    environment.put(Variable.TABLE.key(), TABLE);
    environment.put(Variable.TARGETS_PATH.key(), TARGETS);
    environment.put(Variable.SWEEP_QUEUE_URL.key(), url(simulator.endpoint(), SWEEPS));
    environment.put(Variable.EVENT_QUEUE_URL.key(), url(simulator.endpoint(), EVENTS));
    environment.put(Variable.CHANGE_BUS.key(), BUS);
    environment.put(Variable.CALLS_PER_SECOND.key(), "999");
    environment.put("AWS_ENDPOINT_URL", simulator.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint().toString());
  }

  /** The home account's account and region. */
  RegionState region() {
    return simulator.place(ACCOUNT, REGION);
  }

  Wiring wiring() {
    var shortTimeouts =
        new ClientPolicy(
            2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(60));
    return new Wiring(environment, OWN, shortTimeouts, clock);
  }

  void target(String name, String json) {
    region().putParameter(TARGETS + "/" + name, json);
  }

  Map<String, Object> plan() {
    return new PlanHandler(wiring())
        .handleRequest(Map.of("time", clock.instant().toString()), new TestContext("plan"));
  }

  /** Takes out what was sent to the queue of sweeps. */
  List<Message> drain() {
    return region().queue(SWEEPS).drain();
  }

  /** Takes out what was sent to the queue of events. */
  List<Message> drainEvents() {
    return region().queue(EVENTS).drain();
  }

  List<SweepTask> tasks() {
    return drain().stream().map(message -> SweepTask.parse(message.body())).toList();
  }

  /** Delivers bodies as one batch, with the ids 1, 2, …; the ids that failed. */
  static List<String> deliver(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, String... bodies) {
    var event = new SQSEvent();
    event.setRecords(
        IntStream.rangeClosed(1, bodies.length).mapToObj(id -> sqs(id, bodies[id - 1])).toList());
    SQSBatchResponse response = handler.handleRequest(event, new TestContext("handler"));
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** Every record of the table's stream, as Lambda gives it to a handler. */
  List<JsonNode> stream() {
    try (var streams =
        DynamoDbStreamsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(REGION))
            .credentialsProvider(OWN)
            .endpointOverride(engine.endpoint())
            .build()) {
      return new TestStream(streams).records();
    }
  }

  /** The name of the ledger's table, and who can do to it what no code of ours does. */
  String table() {
    return TABLE;
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  /** The client that republishes changes. */
  EventBridgeClient events() {
    return EventBridgeClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(REGION))
        .credentialsProvider(OWN)
        .endpointOverride(simulator.endpoint())
        .build();
  }

  LedgerReader reader() {
    return new LedgerReader(dynamo, TABLE);
  }

  @Override
  public void close() {
    dynamo.close();
    engine.close();
    simulator.close();
  }

  private static SQSMessage sqs(int id, String body) {
    var message = new SQSMessage();
    message.setMessageId(Integer.toString(id));
    message.setReceiptHandle("receipt-" + id);
    message.setBody(body);
    return message;
  }

  private static String url(URI endpoint, String queue) {
    return "%s/%s/%s".formatted(endpoint, ACCOUNT, queue);
  }
}
