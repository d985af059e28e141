package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The function that publishes each change to the change bus and reports tampering, called by the
 * table's stream, and the queue for the positions of records that failed. One mapping has all
 * filters: Lambda does not accept a second mapping from the same stream to a function.
 */
final class FeedFunction extends Construct {
  private static final Duration TIMEOUT = Duration.seconds(120);
  private static final int MEMORY = 1024;
  private static final int BATCH = 100;

  /** A record that cannot be published blocks its shard until the retries are used up. */
  private static final int RETRIES = 30;

  private final InventoryFunction function;
  private final Queue failures;

  FeedFunction(
      Construct scope, InventoryFunction.Common common, LedgerTable ledger, ChangeBus bus) {
    super(scope, "Feed");
    failures =
        QueueWithDeadLetters.deadLetters(
            this, "Failures", "It is itself the failure destination of the stream.", common.key());
    LogicalIds.freeze(failures, "FeedFailures");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Tell",
                "dev.bedrockinventory.functions.FeedHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                permissions(ledger, bus),
                "Only a stream calls it, and the mapping has a failure destination."));
    var poller =
        EventSourceMapping.Builder.create(this, "Poller")
            .target(function.alias())
            .eventSourceArn(ledger.streamArn())
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .filters(filters())
            .batchSize(BATCH)
            .bisectBatchOnError(true)
            .retryAttempts(RETRIES)
            .reportBatchItemFailures(true)
            .onFailure(new SqsDlq(failures))
            .build();
    LogicalIds.freeze(poller, "FeedPoller");
  }

  InventoryFunction function() {
    return function;
  }

  Queue failures() {
    return failures;
  }

  private static List<Map<String, Object>> filters() {
    return Arrays.stream(StreamFilter.values())
        .map(filter -> Map.<String, Object>of("pattern", filter.pattern()))
        .toList();
  }

  private List<Permission> permissions(LedgerTable ledger, ChangeBus bus) {
    return List.of(
        Permission.exact("PublishChanges", List.of("events:PutEvents"), bus.bus().getEventBusArn()),
        Permission.exact(
            "ReadLedger",
            List.of("dynamodb:GetItem", "dynamodb:Query"),
            ledger.table().getTableArn()),
        Permission.exact(
            Permission.PLATFORM + "Failures", List.of("sqs:SendMessage"), failures.getQueueArn()),
        Permission.exact(
            Permission.PLATFORM + "Stream",
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
            ledger.streamArn()),
        Permission.broad(
            Permission.PLATFORM + "Streams",
            List.of("dynamodb:ListStreams"),
            "Lambda lists the streams of the table.",
            ledger.table().getTableArn() + "/stream/*"));
  }
}
