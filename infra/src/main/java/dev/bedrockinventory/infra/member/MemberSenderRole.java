package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.construct.Permission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The role that EventBridge assumes to send events to the hub bus, from any region of the account.
 * It has a fixed name, because the rules of other regions refer to it.
 */
final class MemberSenderRole extends Construct {
  private final String arn;

  MemberSenderRole(Construct scope, MemberParameters parameters, MemberConditions conditions) {
    super(scope, "Sender");
    var stack = Stack.of(this);
    var sending =
        Permission.exact("SendEvents", List.of("events:PutEvents"), parameters.hubBusArn());
    var role =
        Role.Builder.create(this, "Role")
            .roleName(parameters.senderRoleName())
            .description("Lets EventBridge send CloudTrail events of Bedrock to Bedrock Inventory")
            .assumedBy(
                new ServicePrincipal("events.amazonaws.com").withConditions(ofThisAccount(stack)))
            .inlinePolicies(
                Map.of(
                    "Permissions",
                    PolicyDocument.Builder.create()
                        .statements(List.of(sending.statement()))
                        .build()))
            .build();
    Conditional.on(conditions.home(), this);
    arn =
        Fn.conditionIf(
                conditions.home().getLogicalId(),
                role.getRoleArn(),
                "arn:%s:iam::%s:role/%s"
                    .formatted(
                        stack.getPartition(), stack.getAccount(), parameters.senderRoleName()))
            .toString();
  }

  /** A reference to the role in the home region, its ARN by name elsewhere. */
  String arn() {
    return arn;
  }

  private static Map<String, Object> ofThisAccount(Stack stack) {
    return Map.of(
        "StringEquals",
        Map.of("aws:SourceAccount", stack.getAccount()),
        "ArnLike",
        Map.of(
            "aws:SourceArn",
            "arn:%s:events:*:%s:rule/*".formatted(stack.getPartition(), stack.getAccount())));
  }
}
