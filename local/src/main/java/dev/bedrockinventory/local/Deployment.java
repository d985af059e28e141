package dev.bedrockinventory.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.functions.PlanHandler;
import dev.bedrockinventory.functions.SweepHandler;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.TableCreator;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.world.Message;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What a deployment is, on this machine: the table in a DynamoDB engine, the targets' parameters,
 * the queues, and the real handlers with what calls them. Not thread-safe.
 */
final class Deployment implements AutoCloseable {
  static final String ACCOUNT = Hub.ACCOUNT;
  static final String REGION = Hub.REGION;
  static final String TABLE = "inventory";

  private final Hub hub;
  private final OpenLedger ledger;
  private final PlanHandler planner;
  private final SweepHandler sweeper;
  private final Reactions reactions;
  private final InstantSource clock;
  private int invocations;

  private Deployment(
      Simulator simulator, Hub hub, OpenLedger ledger, InstantSource clock, PrintStream err) {
    this.hub = hub;
    this.ledger = ledger;
    this.planner = new PlanHandler(hub.wiring());
    this.sweeper = new SweepHandler(hub.wiring());
    this.reactions = new Reactions(simulator, hub, ledger.journal(), clock, err);
    this.clock = clock;
  }

  /** Deploys to the simulated account, with a ledger in an engine of its own, in memory. */
  static Deployment to(Simulator simulator, InstantSource clock, PrintStream err) {
    var engine = Engine.inMemory(0);
    var ledger = new OpenLedger(Clients.local(engine.endpoint()), TABLE, engine::close);
    new TableCreator(ledger.dynamo(), TABLE).makeWhereMissing();
    return new Deployment(
        simulator, new Hub(simulator, engine.endpoint(), clock), ledger, clock, err);
  }

  /** What the handlers recorded. */
  LedgerReader reader() {
    return ledger.reader();
  }

  /** Delivers the events of what has happened since the last time. */
  void hear() {
    reactions.hear();
  }

  /** One tick of the schedule: the planner is called, then the refresher with the polls it sent. */
  void plan() {
    planner.handleRequest(Map.of("time", Instants.text(clock.instant())), context("planner"));
    reactions.take();
  }

  /**
   * Calls the sweeper with each task that the planner sent.
   *
   * @return how many were handled
   */
  int sweep() {
    return hub.sweeps().drain().stream().mapToInt(this::deliver).sum();
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
}
