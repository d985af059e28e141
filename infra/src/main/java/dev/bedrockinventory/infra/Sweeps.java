package dev.bedrockinventory.infra;

import dev.bedrockinventory.settings.Targets;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/** The function that looks at one scope, called by the sweep queue. */
final class Sweeps extends Construct {
  /** The longest that Lambda allows; a first look at thousands of resources takes minutes. */
  private static final Duration TIMEOUT = Duration.seconds(900);

  private static final int MEMORY = 1024;

  private final InventoryFunction function;

  Sweeps(Construct scope, FunctionCode code, int concurrency, Ledger ledger, SweepQueue queue) {
    super(scope, "Sweeps");
    function =
        new InventoryFunction(
            this,
            code,
            new FunctionSpec(
                "Sweep",
                "dev.bedrockinventory.functions.SweepHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                permissions(Stack.of(this), ledger, queue),
                "Only a queue calls it, which has a dead-letter queue of its own."));
    var poller =
        EventSourceMapping.Builder.create(this, "Poller")
            .target(function.alias())
            .eventSourceArn(queue.queue().getQueueArn())
            .batchSize(1)
            .reportBatchItemFailures(true)
            .maxConcurrency(concurrency)
            .build();
    Accepted.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "The mapping of a queue has none: what fails goes to the queue's dead-letter queue.");
  }

  InventoryFunction function() {
    return function;
  }

  private static List<Permission> permissions(Stack stack, Ledger ledger, SweepQueue queue) {
    return List.of(
        Permission.broad(
            "ListEverything",
            List.of(
                "bedrock:ListImportedModels", "bedrock:ListInferenceProfiles", "tag:GetResources"),
            "Lists support nothing narrower.",
            "*"),
        Permission.broad(
            "ReadProfiles",
            List.of("bedrock:GetInferenceProfile"),
            "Any profile of this account, in whatever region the targets name.",
            bedrock(stack, "inference-profile"),
            bedrock(stack, "application-inference-profile")),
        Permission.broad(
            "ReadModels",
            List.of("bedrock:GetImportedModel"),
            "Any imported model of this account, in whatever region the targets name.",
            bedrock(stack, "imported-model")),
        Permission.broad(
            "ReadTags",
            List.of("bedrock:ListTagsForResource"),
            "Any application profile or imported model of this account, in whatever region.",
            bedrock(stack, "application-inference-profile"),
            bedrock(stack, "imported-model")),
        Permission.broad(
            "BecomeReader",
            List.of("sts:AssumeRole"),
            "The targets name the accounts; each decides by its role's trust.",
            "arn:%s:iam::*:role/%s*".formatted(stack.getPartition(), Targets.ROLE_NAME)),
        Permission.exact(
            "KeepLedger",
            List.of(
                "dynamodb:BatchGetItem",
                "dynamodb:DeleteItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Query",
                "dynamodb:UpdateItem"),
            ledger.table().getTableArn()),
        Permission.exact(
            "ReleaseMessage", List.of("sqs:ChangeMessageVisibility"), queue.queue().getQueueArn()),
        Permission.exact(
            Permission.PLATFORM + "Poller",
            List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
            queue.queue().getQueueArn()));
  }

  private static String bedrock(Stack stack, String type) {
    return "arn:%s:bedrock:*:%s:%s/*".formatted(stack.getPartition(), stack.getAccount(), type);
  }
}
