package dev.bedrockinventory.cli.runtime;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.ledger.LedgerFile;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.functions.PlanHandler;
import dev.bedrockinventory.functions.SweepHandler;
import dev.bedrockinventory.ledger.LedgerCopy;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.world.Message;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A deployment on this machine: the table in DynamoDB Local, the target parameters, the queues, and
 * the real handlers with their triggers. Not thread-safe.
 */
public final class LocalDeployment implements AutoCloseable {
  /** The deployment's account, whose home region is its only target at first. */
  public static final String ACCOUNT = LocalHub.ACCOUNT;

  /** The deployment's region. */
  public static final String REGION = LocalHub.REGION;

  /** The table's name. */
  public static final String TABLE = "inventory";

  private final LocalHub hub;
  private final OpenLedger ledger;
  private final PlanHandler planner;
  private final SweepHandler sweeper;
  private final LocalEvents events;
  private final InstantSource clock;
  private int invocations;

  private LocalDeployment(
      Simulator simulator, LocalHub hub, OpenLedger ledger, InstantSource clock, PrintStream err) {
    this.hub = hub;
    this.ledger = ledger;
    this.planner = new PlanHandler(hub.wiring());
    this.sweeper = new SweepHandler(hub.wiring());
    this.events = new LocalEvents(simulator, hub, ledger.ledger(), clock, err);
    this.clock = clock;
  }

  /** Deploys to the simulated account, with its own DynamoDB Local in memory. */
  public static LocalDeployment to(Simulator simulator, InstantSource clock, PrintStream err) {
    var engine = Engine.inMemory(0);
    var dynamo = AwsClients.local(engine.endpoint());
    new TableCreator(dynamo, TABLE).createIfMissing();
    var ledger = OpenLedger.inTable(dynamo, TABLE, engine::close);
    return new LocalDeployment(
        simulator, new LocalHub(simulator, engine.endpoint(), clock), ledger, clock, err);
  }

  /** The ledger of the handlers. */
  public LedgerReader reader() {
    return ledger.reader();
  }

  /** Copies the ledger into a file, which is created if it is missing. */
  public void saveTo(Path path) {
    try (var file = LedgerFile.openOrCreate(path, clock.instant())) {
      LedgerCopy.of(ledger.stores().get(), file.stores().get());
    }
  }

  /** Makes a region of the account a target. */
  public void target(String region) {
    events.target(ACCOUNT, region);
  }

  /**
   * Delivers the events since the last call.
   *
   * @return how many of them report a call that was refused
   */
  public int deliverEvents() {
    return events.deliverEvents();
  }

  /** One tick of the schedule: calls the planner, then the refresher with the polls it sent. */
  public void plan() {
    planner.handleRequest(Map.of("time", Instants.text(clock.instant())), context("planner"));
    events.deliverPolls();
  }

  /**
   * Calls the sweeper with each task that the planner sent.
   *
   * @return the number of handled tasks
   */
  public int sweep() {
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
