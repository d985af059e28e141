package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.config.Schedule;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import dev.bedrockinventory.ledger.TableLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The function that plans a sweep of every scope, and the schedule that calls it. */
final class PlanFunction extends Construct {
  /** EventBridge Scheduler replaces the placeholder with the scheduled time. */
  private static final String INPUT = "{\"time\":\"<aws.scheduler.scheduled-time>\"}";

  private static final Duration TIMEOUT = Duration.seconds(300);
  private static final int MEMORY = 1024;
  private static final int DELIVERIES = 3;

  /** Lambda's maximum for an asynchronous call. */
  private static final int RETRIES = 2;

  private final InventoryFunction function;
  private final Queue deadLetters;

  PlanFunction(
      Construct scope,
      InventoryFunction.Common common,
      DeploymentConfig deployment,
      TargetParameters targets,
      LedgerTable ledger,
      SweepQueue sweeps,
      EventQueue events,
      ChangeBus changes) {
    super(scope, "Plan");
    deadLetters =
        QueueWithDeadLetters.deadLetters(
            this,
            "DeadLetters",
            "It is itself the dead-letter queue of a schedule and a function.",
            common.key());
    LogicalIds.freeze(deadLetters, "PlanDeadLetters");
    function =
        new InventoryFunction(
            this,
            common,
            new InventoryFunction.Spec(
                "Planner",
                "dev.bedrockinventory.functions.PlanHandler::handleRequest",
                MEMORY,
                TIMEOUT,
                Stream.concat(
                        permissions(targets, ledger, sweeps, events).stream(),
                        deployment.members().organization().stream()
                            .flatMap(id -> organization(Stack.of(this), id, changes)))
                    .toList(),
                "Failed calls go to the dead-letter queue, the failure destination of the alias."));
    function
        .alias()
        .configureAsyncInvoke(
            EventInvokeConfigOptions.builder()
                .maxEventAge(Duration.seconds(deployment.schedule().eventAgeSeconds()))
                .retryAttempts(RETRIES)
                .onFailure(new SqsDestination(deadLetters))
                .build());
    schedule(deployment.schedule(), common.key());
  }

  InventoryFunction function() {
    return function;
  }

  Queue deadLetters() {
    return deadLetters;
  }

  private List<Permission> permissions(
      TargetParameters targets, LedgerTable ledger, SweepQueue sweeps, EventQueue events) {
    return List.of(
        targets.readPermission(),
        Permission.exact(
            "WriteLedger",
            List.of("dynamodb:Query", "dynamodb:UpdateItem"),
            ledger.table().getTableArn()),
        Permission.exact(
            "ReadChanges",
            List.of("dynamodb:Query"),
            ledger.table().getTableArn() + "/index/" + TableLayout.CHANGES),
        Permission.exact("SendTasks", List.of("sqs:SendMessage"), sweeps.queue().getQueueArn()),
        Permission.exact("SendPolls", List.of("sqs:SendMessage"), events.queue().getQueueArn()),
        Permission.exact(
            Permission.PLATFORM + "Failures",
            List.of("sqs:SendMessage"),
            deadLetters.getQueueArn()));
  }

  /** What listing the accounts of the organization needs, and publishing which are new. */
  private static Stream<Permission> organization(Stack stack, String id, ChangeBus changes) {
    return Stream.of(
        Permission.broad(
            "ListAccounts",
            List.of("organizations:ListAccounts"),
            "The action does not support resource-level permissions.",
            "*"),
        Permission.broad(
            "ListUnits",
            List.of(
                "organizations:ListAccountsForParent",
                "organizations:ListOrganizationalUnitsForParent"),
            "Any unit of the organization that the targets specify, and those nested in it; the"
                + " management account's id is part of the ARN and not configured.",
            "arn:%s:organizations::*:ou/%s/ou-*".formatted(stack.getPartition(), id)),
        Permission.exact(
            "PublishTargets", List.of("events:PutEvents"), changes.bus().getEventBusArn()));
  }

  private void schedule(Schedule schedule, Optional<IKey> key) {
    var caller =
        Role.Builder.create(this, "Caller")
            .assumedBy(
                new ServicePrincipal(
                    "scheduler.amazonaws.com",
                    ServicePrincipalOpts.builder()
                        .conditions(
                            Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build()))
            .inlinePolicies(
                Map.of(
                    "Permissions",
                    PolicyDocument.Builder.create()
                        .statements(
                            Stream.concat(
                                    Stream.of(
                                        Permission.exact(
                                            "CallPlanner",
                                            List.of("lambda:InvokeFunction"),
                                            function.alias().getFunctionArn()),
                                        Permission.exact(
                                            "SendUndelivered",
                                            List.of("sqs:SendMessage"),
                                            deadLetters.getQueueArn())),
                                    key.map(Permission::useOf).stream())
                                .map(Permission::statement)
                                .toList())
                        .build()))
            .build();
    CfnSchedule.Builder.create(this, "Schedule")
        .scheduleExpression(schedule.expression())
        .flexibleTimeWindow(
            FlexibleTimeWindowProperty.builder()
                .mode("FLEXIBLE")
                .maximumWindowInMinutes(schedule.windowMinutes())
                .build())
        .target(
            TargetProperty.builder()
                .arn(function.alias().getFunctionArn())
                .roleArn(caller.getRoleArn())
                .input(INPUT)
                .retryPolicy(
                    RetryPolicyProperty.builder()
                        .maximumRetryAttempts(DELIVERIES)
                        .maximumEventAgeInSeconds(schedule.eventAgeSeconds())
                        .build())
                .deadLetterConfig(
                    DeadLetterConfigProperty.builder().arn(deadLetters.getQueueArn()).build())
                .build())
        .build();
  }
}
