package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.AcceptedFindings;
import dev.bedrockinventory.infra.construct.BedrockReadPermissions;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.Permission;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/**
 * The function that looks at what an event names, called by the event queue with one event at a
 * time: one that takes long, or crashes, takes no other along.
 */
public final class RefreshFunction extends Construct {
  private static final int MEMORY = 1024;

  /** A burst of events must not use up an account's rate of calls, which sweeps need too. */
  private static final int CONCURRENCY = 5;

  private final InventoryFunction function;

  public RefreshFunction(
      Construct scope,
      InventoryFunction.Common common,
      TargetParameters targets,
      LedgerTable ledger,
      EventQueue queue) {
    super(scope, "Refreshes");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
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
    AcceptedFindings.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "The mapping of a queue has none: what fails goes to the queue's dead-letter queue.");
  }

  public InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(
      Stack stack, TargetParameters targets, LedgerTable ledger, EventQueue queue) {
    return Stream.concat(
            BedrockReadPermissions.refreshing(stack).stream(),
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
