package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.aws.AwsClientFactory;
import dev.bedrockinventory.aws.NetworkSettings;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.engine.TableStream;
import dev.bedrockinventory.simulator.world.Message;
import dev.bedrockinventory.simulator.world.RegionState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
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
  static final Context CONTEXT = context(Duration.ofDays(10));

  private static final String SWEEPS = "sweeps.fifo";
  private static final String EVENTS = "events";
  private static final String TABLE = "ledger";
  private static final StaticCredentialsProvider OWN =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT + "hub", "secret"));

  final TestClock clock = new TestClock(START);
  final Simulator simulator = Simulator.start(0, clock, 7);
  final Map<String, String> environment = new HashMap<>();

  private final Engine engine = Engine.inMemory(0);
  private final DynamoDbClient dynamo = client(DynamoDbClient.builder(), engine.endpoint());

  TestHub() {
    new TableCreator(dynamo, TABLE).createIfMissing();
    region().queue(SWEEPS);
    region().queue(EVENTS);
    environment.put(Variable.ACCOUNT.key(), ACCOUNT);
    environment.put(Variable.REGION.key(), REGION);
    environment.put(Variable.TABLE.key(), TABLE);
    environment.put(Variable.TARGETS_PATH.key(), TARGETS);
    environment.put(Variable.SWEEP_QUEUE_URL.key(), url(simulator.endpoint(), SWEEPS));
    environment.put(Variable.EVENT_QUEUE_URL.key(), url(simulator.endpoint(), EVENTS));
    environment.put(Variable.CHANGE_BUS.key(), BUS);
    environment.put(Variable.CURSOR_KEY.key(), "the-key-of-the-tests");
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
        .handleRequest(Map.of("time", clock.instant().toString()), CONTEXT);
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

  /** Delivers messages of a queue as one batch; the ids that failed. */
  static List<String> deliver(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, List<Message> messages) {
    return deliver(handler, messages.stream().map(Message::body).toArray(String[]::new));
  }

  /** Delivers bodies as one batch, with the ids 1, 2, …; the ids that failed. */
  static List<String> deliver(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, String... bodies) {
    var event = new SQSEvent();
    event.setRecords(
        IntStream.rangeClosed(1, bodies.length).mapToObj(id -> sqs(id, bodies[id - 1])).toList());
    return failed(handler, event, CONTEXT);
  }

  /** Delivers a body alone when the function has no time left; the ids that failed. */
  static List<String> deliverWithoutTime(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, String body) {
    var event = new SQSEvent();
    event.setRecords(List.of(sqs(1, body)));
    return failed(handler, event, context(Duration.ZERO));
  }

  /** Delivers a body alone, for the given time; the ids that failed. */
  static List<String> deliverAgain(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, String body, int times) {
    var message = sqs(1, body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(times)));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return failed(handler, event, CONTEXT);
  }

  private static List<String> failed(
      RequestHandler<SQSEvent, SQSBatchResponse> handler, SQSEvent event, Context context) {
    SQSBatchResponse response = handler.handleRequest(event, context);
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** Every record of the table's stream, as Lambda gives it to a handler. */
  List<JsonNode> stream() {
    try (var streams = client(DynamoDbStreamsClient.builder(), engine.endpoint())) {
      return new TableStream(streams).records(table());
    }
  }

  /** The name of the ledger's table, and who can do to it what no code of ours does. */
  String table() {
    return String.valueOf(environment.get(Variable.TABLE.key()));
  }

  /** Puts another table into service, for every wiring from now on. */
  void adopt(String table) {
    environment.put(Variable.TABLE.key(), table);
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  /** The client that republishes changes. */
  EventBridgeClient events() {
    return client(EventBridgeClient.builder(), simulator.endpoint());
  }

  LedgerReader reader() {
    return new LedgerReader(new DynamoStore(dynamo, table()));
  }

  /** The body of a task for now, with the functions' own credentials. */
  String sweep(Scope scope) {
    return new SweepTask(scope, clock.instant(), Optional.empty(), true).json();
  }

  /** The body of a task for now, with a role. */
  String sweep(Scope scope, String roleName) {
    return new SweepTask(scope, clock.instant(), Optional.of(roleName), true).json();
  }

  /** The scope of a kind in the home account and region. */
  static Scope scope(Kind kind) {
    return new Scope(ACCOUNT, REGION, kind);
  }

  @Override
  public void close() {
    dynamo.close();
    engine.close();
    simulator.close();
  }

  private static Context context(Duration remaining) {
    return new LambdaContext(
        512,
        System.currentTimeMillis() + remaining.toMillis(),
        "request-1",
        "group",
        "stream",
        "handler",
        null,
        "1",
        "arn:aws:lambda:us-east-2:111122223333:function:handler",
        null,
        null,
        null);
  }

  private static SQSMessage sqs(int id, String body) {
    var message = new SQSMessage();
    message.setMessageId(Integer.toString(id));
    message.setReceiptHandle("receipt-" + id);
    message.setBody(body);
    return message;
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
      B builder, URI endpoint) {
    return new AwsClientFactory(NetworkSettings.of(Map.of()))
        .build(
            builder,
            Region.of(REGION),
            OWN,
            Optional.of(endpoint),
            AwsClientFactory.retries(3).build());
  }

  private static String url(URI endpoint, String queue) {
    return "%s/%s/%s".formatted(endpoint, ACCOUNT, queue);
  }
}
