package dev.bedrockinventory.cli.runtime;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.functions.RefreshHandler;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.sweep.ImportTracker;
import dev.bedrockinventory.sweep.Ledger;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Delivers the simulator's events to the real handler, and polls of import jobs, as rules and the
 * queue do in a deployment. Failed messages are retried a fixed number of times. Every account that
 * emits an event becomes a target: the local system has no allow-list. Not thread-safe.
 */
public final class LocalEvents {
  private static final int MAX_RECEIPTS = 3;

  private final Simulator simulator;
  private final LocalHub hub;
  private final RefreshHandler handler;
  private final Ledger ledger;
  private final InstantSource clock;
  private final PrintStream err;
  private final Set<String> accounts = new TreeSet<>();
  private final Set<String> regions = new TreeSet<>();
  private List<Delivery> waiting = new ArrayList<>();
  private int messages;

  /**
   * Creates the deliveries to a new handler.
   *
   * @param ledger has the import jobs to poll
   * @param err receives the messages that were abandoned
   */
  public LocalEvents(
      Simulator simulator, LocalHub hub, Ledger ledger, InstantSource clock, PrintStream err) {
    this.simulator = simulator;
    this.hub = hub;
    this.handler = new RefreshHandler(hub.wiring());
    this.ledger = ledger;
    this.clock = clock;
    this.err = err;
  }

  /**
   * Delivers the events since the last call.
   *
   * @return how many of them report a call that was refused
   */
  public int deliverEvents() {
    var refused = 0;
    for (var event : simulator.events().drain()) {
      var region = event.path("region").asText();
      if (Variable.REGION.accepts(region)) {
        // A refused call is recorded in any region, and one with another name is no target.
        target(event.path("account").asText(), region);
      }
      waiting.add(new Delivery(event.toString(), 1));
      refused += event.path("detail").has("errorCode") ? 1 : 0;
    }
    deliverWaiting();
    return refused;
  }

  /** Delivers the polls that the planner sent. */
  void deliverPolls() {
    hub.events()
        .drain()
        .forEach(message -> waiting.add(new Delivery(message.body(), MAX_RECEIPTS)));
    deliverWaiting();
  }

  /** Polls the jobs that are due, for a system without a planner. */
  public void pollDueJobs() {
    for (var job : ImportTracker.due(ledger, clock.instant())) {
      target(job.account(), job.region());
      waiting.add(new Delivery(RefreshHandler.poll(job), MAX_RECEIPTS));
    }
    deliverWaiting();
  }

  private void deliverWaiting() {
    var delivered = waiting;
    waiting = new ArrayList<>();
    for (var delivery : delivered) {
      if (!isHandled(delivery)) {
        retryOrDrop(delivery);
      }
    }
  }

  /** A message that a deployment sends to the dead-letter queue is only printed here. */
  private void retryOrDrop(Delivery delivery) {
    if (delivery.receipt() < MAX_RECEIPTS) {
      waiting.add(delivery.retry());
    } else {
      err.println("a message could not be handled and is dropped: " + delivery.body());
    }
  }

  private boolean isHandled(Delivery delivery) {
    var message = new SQSMessage();
    message.setMessageId("event-" + ++messages);
    message.setBody(delivery.body());
    message.setEventSource("aws:sqs");
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    var context = new LambdaContext("bedrock-inventory-refresh", "refresh-" + messages);
    return handler.handleRequest(event, context).getBatchItemFailures().isEmpty();
  }

  /** Makes an account and a region targets, beside those before. */
  void target(String account, String region) {
    var isNewAccount = accounts.add(account);
    var isNewRegion = regions.add(region);
    if (isNewAccount || isNewRegion) {
      hub.target(accounts, regions);
    }
  }

  private record Delivery(String body, int receipt) {
    Delivery retry() {
      return new Delivery(body, receipt + 1);
    }
  }
}
