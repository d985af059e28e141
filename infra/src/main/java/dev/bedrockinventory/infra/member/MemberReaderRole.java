package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.construct.BedrockReadPermissions;
import dev.bedrockinventory.infra.construct.Permission;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The role that sweeps and refreshes become to read a member account. It trusts the hub's account,
 * and of that the hub's roles by their names: a role that is made anew is still trusted.
 */
public final class MemberReaderRole extends Construct {
  public MemberReaderRole(Construct scope, MemberParameters inputs, MemberConditions places) {
    super(scope, "Reader");
    var permissions = BedrockReadPermissions.reading(Stack.of(this));
    var role =
        Role.Builder.create(this, "Role")
            .roleName(inputs.roleName())
            .description("Lets Bedrock Inventory read inference profiles and imported models")
            .assumedBy(new AccountPrincipal(inputs.hubAccount()).withConditions(conditions(inputs)))
            .inlinePolicies(
                Map.of(
                    "Permissions",
                    PolicyDocument.Builder.create()
                        .statements(permissions.stream().map(Permission::statement).toList())
                        .build()))
            .build();
    permissions.forEach(permission -> permission.explain(role));
    // It takes both branches of a condition within a conditional resource for unreachable.
    Validations.of(role)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::W1028")
                .reason("Whether there is an organization has nothing to do with the region.")
                .build());
    Conditional.on(places.homeOfMember(), this);
  }

  private static Map<String, Object> conditions(MemberParameters inputs) {
    return Map.of(
        "ArnLike",
        Map.of("aws:PrincipalArn", inputs.hubRoles()),
        "StringEquals",
        Map.of(
            "sts:ExternalId", inputs.externalId(), "aws:PrincipalOrgID", inputs.organizationId()));
  }
}
