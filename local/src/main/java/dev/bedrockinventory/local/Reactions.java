package dev.bedrockinventory.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.functions.RefreshHandler;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.Stored;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.simulator.Simulator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Delivers the simulator's events to the real handler, and polls of import jobs, as rules and the
 * queue do in a deployment. A message that fails comes again, so often and no oftener. Whoever an
 * event is of is made a target: on this machine everybody is. Not thread-safe.
 */
final class Reactions {
  private static final int MOST_RECEIPTS = 3;

  private final Simulator simulator;
  private final Hub hub;
  private final RefreshHandler handler;
  private final LedgerReader reader;
  private final InstantSource clock;
  private final Set<String> accounts = new TreeSet<>();
  private final Set<String> regions = new TreeSet<>();
  private List<Delivery> waiting = new ArrayList<>();
  private int messages;

  Reactions(Simulator simulator, Hub hub, LedgerReader reader, InstantSource clock) {
    this.simulator = simulator;
    this.hub = hub;
    this.handler = new RefreshHandler(hub.wiring());
    this.reader = reader;
    this.clock = clock;
  }

  /** Delivers the events of what has happened since the last time. */
  void hear() {
    for (var event : simulator.events().drain()) {
      target(event.path("account").asText(), event.path("region").asText());
      waiting.add(new Delivery(event.toString(), 1));
    }
    deliver();
  }

  /** Delivers the polls that the planner sent. */
  void take() {
    hub.events()
        .drain()
        .forEach(message -> waiting.add(new Delivery(message.body(), MOST_RECEIPTS)));
    deliver();
  }

  /** Polls the jobs that are due, where no planner does. */
  void poll() {
    reader
        .pendingJobs()
        .map(Stored::value)
        .filter(job -> !job.nextPollAt().isAfter(clock.instant()))
        .map(PendingJob::job)
        .forEach(job -> waiting.add(new Delivery(RefreshHandler.poll(job), MOST_RECEIPTS)));
    deliver();
  }

  private void deliver() {
    var delivered = waiting;
    waiting = new ArrayList<>();
    delivered.stream()
        .filter(delivery -> !isHandled(delivery))
        .filter(delivery -> delivery.receipt() < MOST_RECEIPTS)
        .forEach(delivery -> waiting.add(delivery.again()));
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

  private void target(String account, String region) {
    var isNewAccount = accounts.add(account);
    var isNewRegion = regions.add(region);
    if (isNewAccount || isNewRegion) {
      hub.target(accounts, regions);
    }
  }

  private record Delivery(String body, int receipt) {
    Delivery again() {
      return new Delivery(body, receipt + 1);
    }
  }
}
