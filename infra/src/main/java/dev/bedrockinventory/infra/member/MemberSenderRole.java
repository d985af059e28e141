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
 * The role in whose name EventBridge sends to the hub's bus, from any region of the account: hence
 * its name, by which the rules of other regions know it.
 */
public final class MemberSenderRole extends Construct {
  private final String arn;

  public MemberSenderRole(Construct scope, MemberParameters inputs, MemberConditions places) {
    super(scope, "Sender");
    var stack = Stack.of(this);
    var sending = Permission.exact("SendEvents", List.of("events:PutEvents"), inputs.hubBusArn());
    var role =
        Role.Builder.create(this, "Role")
            .roleName(inputs.senderRoleName())
            .description("Sends CloudTrail's records of Bedrock to Bedrock Inventory")
            .assumedBy(
                new ServicePrincipal("events.amazonaws.com").withConditions(ofThisAccount(stack)))
            .inlinePolicies(
                Map.of(
                    "Permissions",
                    PolicyDocument.Builder.create()
                        .statements(List.of(sending.statement()))
                        .build()))
            .build();
    Conditional.on(places.home(), this);
    arn =
        Fn.conditionIf(
                places.home().getLogicalId(),
                role.getRoleArn(),
                "arn:%s:iam::%s:role/%s"
                    .formatted(stack.getPartition(), stack.getAccount(), inputs.senderRoleName()))
            .toString();
  }

  /** Where the role is made this waits for it; elsewhere the name must do. */
  public String arn() {
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
