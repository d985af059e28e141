package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.construct.CloudTrailPattern;
import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The rules on a region's default bus that send straight to the hub's bus, and the queue where what
 * could not be delivered waits with the reason.
 */
public final class MemberEventRules extends Construct {
  public MemberEventRules(
      Construct scope, MemberParameters inputs, MemberConditions places, MemberSenderRole sender) {
    super(scope, "Events");
    var undelivered =
        QueueWithDeadLetters.deadLetters(
            this, "Undelivered", "It is itself the dead-letter queue of the rules.");
    var rules =
        Arrays.stream(CloudTrailPattern.values())
            .map(trail -> rule(trail, inputs, sender, undelivered))
            .toList();
    QueueWithDeadLetters.allowRules(undelivered, rules);
    Conditional.on(places.sendsEvents(), this);
  }

  private CfnRule rule(
      CloudTrailPattern trail,
      MemberParameters inputs,
      MemberSenderRole sender,
      Queue undelivered) {
    return CfnRule.Builder.create(this, trail.id())
        .eventPattern(trail.pattern(Stack.of(this)))
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("Hub")
                    .arn(inputs.hubBusArn())
                    .roleArn(sender.arn())
                    .deadLetterConfig(
                        CfnRule.DeadLetterConfigProperty.builder()
                            .arn(undelivered.getQueueArn())
                            .build())
                    .build()))
        .build();
  }
}
