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
 * The role that sweeps and refreshes assume to read a member account. It trusts the hub's roles by
 * their names, so that a recreated role is still trusted.
 */
final class MemberReaderRole extends Construct {
  MemberReaderRole(Construct scope, MemberParameters parameters, MemberConditions conditions) {
    super(scope, "Reader");
    var permissions = BedrockReadPermissions.forMembers(Stack.of(this));
    var role =
        Role.Builder.create(this, "Role")
            .roleName(parameters.roleName())
            .description("Lets Bedrock Inventory read inference profiles and imported models")
            .assumedBy(
                new AccountPrincipal(parameters.hubAccount()).withConditions(trust(parameters)))
            .inlinePolicies(
                Map.of(
                    "Permissions",
                    PolicyDocument.Builder.create()
                        .statements(permissions.stream().map(Permission::statement).toList())
                        .build()))
            .build();
    permissions.forEach(permission -> permission.acceptWildcards(role));
    // The check wrongly reports a condition within a conditional resource as unreachable.
    Validations.of(role)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::W1028")
                .reason("The condition on the organization does not depend on that on the region.")
                .build());
    Conditional.on(conditions.homeOfMember(), this);
  }

  private static Map<String, Object> trust(MemberParameters parameters) {
    return Map.of(
        "ArnEquals",
        Map.of("aws:PrincipalArn", parameters.hubRoles()),
        "StringEquals",
        Map.of(
            "sts:ExternalId",
            parameters.externalIds(),
            "aws:PrincipalOrgID",
            parameters.organizationId()));
  }
}
