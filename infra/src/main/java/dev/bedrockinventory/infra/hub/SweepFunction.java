package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.AcceptedFindings;
import dev.bedrockinventory.infra.construct.BedrockReadPermissions;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.Permission;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/** The function that looks at one scope, called by the sweep queue. */
public final class SweepFunction extends Construct {
  /** The longest that Lambda allows; a first look at thousands of resources takes minutes. */
  private static final Duration TIMEOUT = Duration.seconds(900);

  private static final int MEMORY = 1024;

  private final InventoryFunction function;

  public SweepFunction(
      Construct scope,
      InventoryFunction.Common common,
      int concurrency,
      LedgerTable ledger,
      SweepQueue queue) {
    super(scope, "Sweeps");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Sweep",
                "dev.bedrockinventory.functions.SweepHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                permissions(Stack.of(this), ledger, queue),
                "Only a queue calls it, which has a dead-letter queue of its own."));
    function.freezeRole("SweepsSweepRole");
    var poller =
        EventSourceMapping.Builder.create(this, "Poller")
            .target(function.alias())
            .eventSourceArn(queue.queue().getQueueArn())
            .batchSize(1)
            .reportBatchItemFailures(true)
            .maxConcurrency(concurrency)
            .build();
    AcceptedFindings.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "The mapping of a queue has none: what fails goes to the queue's dead-letter queue.");
  }

  public InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(Stack stack, LedgerTable ledger, SweepQueue queue) {
    return Stream.concat(
            BedrockReadPermissions.sweeping(stack).stream(),
            Stream.of(
                ledger.recording(),
                Permission.exact(
                    "ReleaseMessage",
                    List.of("sqs:ChangeMessageVisibility"),
                    queue.queue().getQueueArn()),
                Permission.exact(
                    Permission.PLATFORM + "Poller",
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                    queue.queue().getQueueArn())))
        .toList();
  }
}
