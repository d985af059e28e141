package dev.bedrockinventory.infra.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.infra.config.Notifications;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import dev.bedrockinventory.infra.construct.ScannerAnswers;
import dev.bedrockinventory.infra.construct.ServicePermission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscriptionProps;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Sends each change that the filter selects as one sentence to an SNS topic. What cannot be
 * delivered goes to the queue of the feed's failures, which has an alarm.
 */
final class ChangeNotifications extends Construct {
  private static final String SENTENCE = "$.detail.data.summary";

  ChangeNotifications(
      Construct scope, Notifications notifications, ChangeBus bus, Queue failures, DataKey key) {
    super(scope, "Notify");
    switch (notifications.receivers()) {
      case Notifications.ExistingTopic(var arn) -> rule(notifications, bus, failures, arn);
      case Notifications.Emails(var addresses) -> {
        var topic = topic(addresses, failures, key);
        allow(topic, rule(notifications, bus, failures, topic.getTopicArn()));
      }
    }
  }

  private CfnRule rule(Notifications notifications, ChangeBus bus, Queue failures, String topic) {
    var rule =
        CfnRule.Builder.create(this, "Rule")
            .description("Sends changes as sentences to the topic of notifications")
            .eventBusName(bus.bus().getEventBusName())
            .eventPattern(pattern(notifications))
            .targets(
                List.of(
                    CfnRule.TargetProperty.builder()
                        .id("Topic")
                        .arn(topic)
                        .inputPath(SENTENCE)
                        .deadLetterConfig(
                            CfnRule.DeadLetterConfigProperty.builder()
                                .arn(failures.getQueueArn())
                                .build())
                        .build()))
            .build();
    QueueWithDeadLetters.allowRules(failures, List.of(rule));
    return rule;
  }

  private static Map<?, ?> pattern(Notifications notifications) {
    var pattern = JsonNodeFactory.instance.objectNode();
    pattern.putArray("source").add(ChangeEvent.SOURCE);
    pattern.putArray("detail-type").add(ChangeEvent.DETAIL_TYPE);
    if (!notifications.filter().isEmpty()) {
      pattern.putObject("detail").set("data", notifications.filter());
    }
    return new ObjectMapper().convertValue(pattern, Map.class);
  }

  private Topic topic(List<String> addresses, Queue failures, DataKey key) {
    var builder =
        Topic.Builder.create(this, "Topic")
            .displayName("Bedrock Inventory changes")
            .enforceSsl(true);
    key.key().ifPresent(builder::masterKey);
    var topic = builder.build();
    LogicalIds.freeze(topic, "NotifyTopic");
    if (key.key().isEmpty()) {
      ScannerAnswers.withoutOwnKey(
          topic,
          "CKV_AWS_26",
          "The topic stores nothing after delivery, and EventBridge may not use the key of SNS that"
              + " AWS manages");
    }
    var undelivered = EmailSubscriptionProps.builder().deadLetterQueue(failures).build();
    addresses.forEach(
        address -> topic.addSubscription(new EmailSubscription(address, undelivered)));
    return topic;
  }

  private static void allow(Topic topic, CfnRule rule) {
    topic.addToResourcePolicy(
        new ServicePermission(
                "ChangesOfTheRule", "events.amazonaws.com", "sns:Publish", topic.getTopicArn())
            .forSources(rule.getAttrArn()));
  }
}
