package dev.bedrockinventory.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/**
 * The function that looks at what an event names, called by the event queue with one event at a
 * time: one that takes long, or crashes, takes no other along.
 */
final class Refreshes extends Construct {
  private static final int MEMORY = 1024;

  /** A burst of events must not use up an account's rate of calls, which sweeps need too. */
  private static final int CONCURRENCY = 5;

  private final InventoryFunction function;

  Refreshes(
      Construct scope, FunctionCode code, TargetList targets, Ledger ledger, EventQueue queue) {
    super(scope, "Refreshes");
    function =
        new InventoryFunction(
            this,
            code,
            new FunctionSpec(
                "Refresh",
                "dev.bedrockinventory.functions.RefreshHandler::handleRequest",
                MEMORY,
                EventQueue.TIMEOUT,
                permissions(Stack.of(this), targets, ledger, queue),
                "Only a queue calls it, which has a dead-letter queue of its own."));
    function.freezeRole("RefreshesRefreshRole");
    var poller =
        EventSourceMapping.Builder.create(this, "Poller")
            .target(function.alias())
            .eventSourceArn(queue.queue().getQueueArn())
            .batchSize(1)
            .reportBatchItemFailures(true)
            .maxConcurrency(CONCURRENCY)
            .build();
    Accepted.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "The mapping of a queue has none: what fails goes to the queue's dead-letter queue.");
  }

  InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(
      Stack stack, TargetList targets, Ledger ledger, EventQueue queue) {
    return Stream.concat(
            Looking.refreshing(stack).stream(),
            Stream.of(
                targets.reading(),
                ledger.recording(),
                Permission.exact(
                    Permission.PLATFORM + "Poller",
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                    queue.queue().getQueueArn())))
        .toList();
  }
}
