package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.CloudTrailPattern;
import dev.bedrockinventory.infra.construct.LogicalIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/**
 * The rules that send CloudTrail events to the event queue: on the default bus for this account and
 * region, and on the hub bus, to which other accounts and regions send.
 */
final class CloudTrailRules extends Construct {
  /**
   * The message group, as a path in the event: SQS delivers the events of a quiet account before
   * those of one that sends many.
   */
  private static final String ACCOUNT = "$.account";

  private final EventBus bus;

  CloudTrailRules(Construct scope, DeploymentConfig deployment, EventQueue queue) {
    super(scope, "Events");
    bus =
        EventBus.Builder.create(this, "Hub")
            .eventBusName(deployment.stack() + "-hub")
            .description("Receives CloudTrail events of Bedrock from other accounts and regions")
            .build();
    LogicalIds.freeze(bus, "HubBus");
    deployment.members().organization().ifPresent(this::acceptOrganization);
    var rules = new ArrayList<CfnRule>();
    for (var pattern : CloudTrailPattern.values()) {
      rules.add(
          rule("Own" + pattern.id(), queue)
              .eventPattern(pattern.ofDefaultBus(Stack.of(this)))
              .build());
      rules.add(
          rule("Others" + pattern.id(), queue)
              .eventPattern(pattern.ofHubBus(Stack.of(this)))
              .eventBusName(bus.getEventBusName())
              .build());
    }
    queue.allow(rules);
  }

  EventBus bus() {
    return bus;
  }

  private CfnRule.Builder rule(String id, EventQueue queue) {
    return CfnRule.Builder.create(this, id)
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("EventQueue")
                    .arn(queue.queue().getQueueArn())
                    .sqsParameters(
                        CfnRule.SqsParametersProperty.builder().messageGroupId(ACCOUNT).build())
                    .deadLetterConfig(
                        CfnRule.DeadLetterConfigProperty.builder()
                            .arn(queue.deadLetters().getQueueArn())
                            .build())
                    .build()));
  }

  /**
   * Without this policy only this account may send events to the bus. EventBridge documents the
   * conditions on the source and type of events with {@code ForAllValues}, which is true for a
   * request without them; {@code Null} rejects such a request.
   */
  private void acceptOrganization(String organization) {
    CfnEventBusPolicy.Builder.create(this, "Organization")
        .eventBusName(bus.getEventBusName())
        .statementId("Organization")
        .statement(
            Map.of(
                "Sid",
                "Organization",
                "Effect",
                "Allow",
                "Principal",
                "*",
                "Action",
                "events:PutEvents",
                "Resource",
                bus.getEventBusArn(),
                "Condition",
                Map.of(
                    "StringEquals",
                    Map.of("aws:PrincipalOrgID", organization),
                    "Null",
                    Map.of("events:source", "false", "events:detail-type", "false"),
                    "ForAllValues:StringEquals",
                    Map.of(
                        "events:source",
                        Arrays.stream(CloudTrailPattern.values())
                            .map(CloudTrailPattern::source)
                            .toList(),
                        "events:detail-type",
                        List.of(CloudTrailPattern.DETAIL_TYPE)))))
        .build();
  }
}
