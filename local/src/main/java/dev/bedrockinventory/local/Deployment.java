package dev.bedrockinventory.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.functions.PlanHandler;
import dev.bedrockinventory.functions.SweepHandler;
import dev.bedrockinventory.functions.Wiring;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.TableMaker;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.world.Message;
import dev.bedrockinventory.simulator.world.Place;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * What a deployment is, on this machine: the table in a DynamoDB engine, the targets' parameters,
 * the queue, and the real handlers with what calls them. Not thread-safe.
 */
final class Deployment implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-2";
  static final String TABLE = "inventory";

  private static final String TARGETS_PATH = "/bedrock-inventory/targets";
  private static final String QUEUE = "bedrock-inventory-sweeps.fifo";

  /** The simulator is near, and refuses for good reason only: retries would prove nothing. */
  private static final ClientPolicy POLICY =
      new ClientPolicy(
          2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(60));

  private final Place hub;
  private final OpenLedger ledger;
  private final PlanHandler planner;
  private final SweepHandler sweeper;
  private final InstantSource clock;
  private int invocations;

  private Deployment(Place hub, OpenLedger ledger, Wiring wiring, InstantSource clock) {
    this.hub = hub;
    this.ledger = ledger;
    this.planner = new PlanHandler(wiring);
    this.sweeper = new SweepHandler(wiring);
    this.clock = clock;
  }

  /** Deploys to the simulated account, with a ledger in an engine of its own, in memory. */
  static Deployment to(Simulator simulator, InstantSource clock) {
    var engine = Engine.inMemory(0);
    var ledger = new OpenLedger(Clients.local(engine.endpoint()), TABLE, engine::close);
    new TableMaker(ledger.dynamo(), TABLE).makeWhereMissing();
    var hub = simulator.place(ACCOUNT, REGION);
    hub.queue(QUEUE);
    hub.putParameter(TARGETS_PATH + "/" + Targets.DEFAULTS, Targets.FIRST_DEFAULTS);
    hub.putParameter(TARGETS_PATH + "/" + Targets.ACCOUNTS, Targets.FIRST_ACCOUNTS);
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT + "hub", "local"));
    var wiring =
        new Wiring(
            environment(simulator.endpoint(), engine.endpoint()), credentials, POLICY, clock);
    return new Deployment(hub, ledger, wiring, clock);
  }

  /** What the handlers recorded. */
  LedgerReader reader() {
    return ledger.reader();
  }

  /**
   * One tick of the schedule: the planner is called, and the sweeper with each message that the
   * planner sent.
   *
   * @return how many messages were handled
   */
  int tick() {
    planner.handleRequest(Map.of("time", Instants.text(clock.instant())), context("planner"));
    return hub.queue(QUEUE).drain().stream().mapToInt(this::deliver).sum();
  }

  @Override
  public void close() {
    ledger.close();
  }

  private int deliver(Message message) {
    var event = new SQSEvent();
    event.setRecords(List.of(sqs(message)));
    return 1 - sweeper.handleRequest(event, context("sweeper")).getBatchItemFailures().size();
  }

  private static SQSMessage sqs(Message message) {
    var record = new SQSMessage();
    record.setMessageId(message.id());
    record.setReceiptHandle(message.id());
    record.setBody(message.body());
    record.setEventSource("aws:sqs");
    record.setAwsRegion(REGION);
    message.groupId().ifPresent(id -> record.setAttributes(Map.of("MessageGroupId", id)));
    return record;
  }

  private LambdaContext context(String function) {
    invocations++;
    return new LambdaContext("bedrock-inventory-" + function, "invocation-" + invocations);
  }

  private static Map<String, String> environment(URI aws, URI dynamo) {
    return Map.of(
        Variable.ACCOUNT.key(),
        ACCOUNT,
        Variable.REGION.key(),
        REGION,
        Variable.TABLE.key(),
        TABLE,
        Variable.TARGETS_PATH.key(),
        TARGETS_PATH,
        Variable.SWEEP_QUEUE_URL.key(),
        "%s/%s/%s".formatted(aws, ACCOUNT, QUEUE),
        Variable.CALLS_PER_SECOND.key(),
        "999",
        "AWS_ENDPOINT_URL",
        aws.toString(),
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamo.toString());
  }
}
