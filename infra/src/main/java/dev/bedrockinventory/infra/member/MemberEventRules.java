package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.construct.CloudTrailPattern;
import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The rules on the default bus of a region that send events to the hub bus, and the dead-letter
 * queue of the events that could not be delivered.
 */
final class MemberEventRules extends Construct {
  MemberEventRules(
      Construct scope,
      MemberParameters parameters,
      MemberConditions conditions,
      MemberSenderRole sender) {
    super(scope, "Events");
    var undelivered =
        QueueWithDeadLetters.deadLetters(
            this,
            "Undelivered",
            "It is itself the dead-letter queue of the rules.",
            Optional.empty());
    var rules =
        Arrays.stream(CloudTrailPattern.values())
            .map(pattern -> rule(pattern, parameters, sender, undelivered))
            .toList();
    QueueWithDeadLetters.allowRules(undelivered, rules);
    Conditional.on(conditions.sendsEvents(), this);
  }

  private CfnRule rule(
      CloudTrailPattern pattern,
      MemberParameters parameters,
      MemberSenderRole sender,
      Queue undelivered) {
    return CfnRule.Builder.create(this, pattern.id())
        .eventPattern(pattern.ofDefaultBus(Stack.of(this)))
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("Hub")
                    .arn(parameters.hubBusArn())
                    .roleArn(sender.arn())
                    .deadLetterConfig(
                        CfnRule.DeadLetterConfigProperty.builder()
                            .arn(undelivered.getQueueArn())
                            .build())
                    .build()))
        .build();
  }
}
