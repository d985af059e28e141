package dev.bedrockinventory.infra;

import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The rules on a region's default bus that send straight to the hub's bus, and the queue where what
 * could not be delivered waits with the reason.
 */
final class MemberEvents extends Construct {
  private static final Duration RETENTION = Duration.days(14);

  MemberEvents(Construct scope, MemberInputs inputs, MemberPlaces places, MemberSender sender) {
    super(scope, "Events");
    var undelivered =
        Queue.Builder.create(this, "Undelivered")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(RETENTION)
            .build();
    var reason = "It is itself a dead-letter queue, of rules.";
    Accepted.finding(undelivered, "AwsSolutions-SQS3", reason);
    Accepted.finding(undelivered, "Serverless-SQSRedrivePolicy", reason);
    var rules =
        Arrays.stream(Trail.values())
            .map(trail -> rule(trail, inputs, sender, undelivered))
            .toList();
    undelivered.addToResourcePolicy(
        EventQueue.sending(undelivered, rules.stream().map(CfnRule::getAttrArn).toList()));
    Conditional.on(places.sendsEvents(), this);
  }

  private CfnRule rule(Trail trail, MemberInputs inputs, MemberSender sender, Queue undelivered) {
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
