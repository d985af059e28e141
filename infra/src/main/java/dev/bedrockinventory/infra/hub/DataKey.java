package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.EncryptionKey;
import dev.bedrockinventory.infra.construct.LogicalIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The customer managed key of the data at rest, if there is one. It is retained if the stack is
 * deleted, since the retained table cannot be read without it.
 */
final class DataKey extends Construct {
  /** The services that send to encrypted queues and topics on their own behalf. */
  private static final List<String> SENDERS =
      List.of("cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com");

  private final Optional<IKey> key;

  DataKey(Construct scope, EncryptionKey choice) {
    super(scope, "Encryption");
    key =
        switch (choice) {
          case EncryptionKey.OfAws() -> Optional.empty();
          case EncryptionKey.Created() -> Optional.of(create());
          case EncryptionKey.Existing(var arn) -> Optional.of(Key.fromKeyArn(this, "Key", arn));
        };
  }

  /** The key; absent if keys of AWS are used. */
  Optional<IKey> key() {
    return key;
  }

  private Key create() {
    var created =
        Key.Builder.create(this, "Key")
            .description("Encrypts the table, queues, topics and logs of Bedrock Inventory")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    LogicalIds.freeze(created, "DataKey");
    var stack = Stack.of(this);
    created.addToResourcePolicy(
        statement(
            "Logs",
            List.of("logs.%s.amazonaws.com".formatted(stack.getRegion())),
            List.of(
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey*",
                "kms:ReEncrypt*"),
            Map.of(
                "ArnLike",
                Map.of(
                    "kms:EncryptionContext:aws:logs:arn",
                    "arn:%s:logs:%s:%s:*"
                        .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount())))));
    created.addToResourcePolicy(
        statement(
            "Senders",
            SENDERS,
            List.of("kms:Decrypt", "kms:GenerateDataKey*"),
            Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount()))));
    return created;
  }

  private static PolicyStatement statement(
      String id, List<String> services, List<String> actions, Map<String, ?> conditions) {
    return PolicyStatement.Builder.create()
        .sid(id)
        .effect(Effect.ALLOW)
        .principals(services.stream().map(ServicePrincipal::new).toList())
        .actions(actions)
        .resources(List.of("*"))
        .conditions(conditions)
        .build();
  }
}
