package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;

/** The permission that EventBridge needs to send what rules match to a queue. */
public final class RuleDelivery {
  private RuleDelivery() {}

  /** Lets EventBridge send to the queue for these rules, and for no others. */
  public static void allow(Queue queue, List<CfnRule> rules) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("EventsOfTheRules")
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(
                Map.of(
                    "ArnEquals",
                    Map.of("aws:SourceArn", rules.stream().map(CfnRule::getAttrArn).toList())))
            .build());
  }
}
