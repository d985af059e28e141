package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.CloudTrailPattern;
import dev.bedrockinventory.infra.construct.LogicalIds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final EventBus bus;

  CloudTrailRules(Construct scope, DeploymentConfig deployment, EventQueue queue) {
    super(scope, "Events");
    bus =
        EventBus.Builder.create(this, "Hub")
            .eventBusName(deployment.stack() + "-hub")
            .description("Receives CloudTrail events of Bedrock from other accounts and regions")
            .build();
    LogicalIds.freeze(bus, "HubBus");
    deployment.organization().ifPresent(this::acceptOrganization);
    queue.allow(
        Stream.concat(
                rules("Own", Optional.empty(), queue),
                rules("Others", Optional.of(bus.getEventBusName()), queue))
            .toList());
  }

  EventBus bus() {
    return bus;
  }

  private Stream<CfnRule> rules(String prefix, Optional<String> busName, EventQueue queue) {
    return Arrays.stream(CloudTrailPattern.values())
        .map(pattern -> {
          var rule =
              CfnRule.Builder.create(this, prefix + pattern.id())
                  .eventPattern(pattern.pattern(Stack.of(this)))
                  .targets(
                      List.of(
                          CfnRule.TargetProperty.builder()
                              .id("EventQueue")
                              .arn(queue.queue().getQueueArn())
                              .deadLetterConfig(
                                  CfnRule.DeadLetterConfigProperty.builder()
                                      .arn(queue.deadLetters().getQueueArn())
                                      .build())
                              .build()));
          busName.ifPresent(rule::eventBusName);
          return rule.build();
        });
  }

  /**
   * Without this policy only this account may send events to the bus. EventBridge documents the
   * conditions on the source and type of events with {@code ForAllValues}.
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
