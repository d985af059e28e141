package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.config.MemberAccess;
import dev.bedrockinventory.settings.Targets;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnRuleConditionExpression;
import software.amazon.awscdk.Stack;

/** The parameters of the member stack. */
final class MemberParameters {
  private static final String NAME = "[\\w+=,.@-]";
  private static final String REGION = "[a-z]{2,}(-[a-z]+)+-[0-9]+";

  private final Stack stack;
  private final CfnParameter hubAccount;
  private final CfnParameter hubBusArn;
  private final CfnParameter hubRoles;
  private final CfnParameter organizationId;
  private final CfnParameter externalId;
  private final CfnParameter homeRegion;
  private final CfnParameter roleName;
  private final CfnParameter senderRoleName;
  private final CfnCondition boundToOrganization;

  MemberParameters(Stack stack, DeploymentConfig deployment) {
    this.stack = stack;
    hubAccount =
        parameter("HubAccount", "The account id of the hub, where the inventory is deployed.")
            .allowedPattern("[0-9]{12}")
            .constraintDescription("twelve digits")
            .build();
    hubBusArn =
        parameter(
                "HubBusArn",
                "The ARN of the event bus that receives events: the output HubBus of the hub's"
                    + " stack.")
            .allowedPattern(
                "arn:aws[a-z-]*:events:" + REGION + ":[0-9]{12}:event-bus/[a-zA-Z0-9_./-]{1,256}")
            .constraintDescription("the ARN of an event bus")
            .build();
    hubRoles =
        parameter(
                "HubRoles",
                "The roles that may read this account: the output HubRoles of the hub's stack.")
            .type("CommaDelimitedList")
            .allowedPattern("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=.@/-]+")
            .constraintDescription("ARNs of roles, separated by commas")
            .build();
    organizationId =
        parameter(
                "OrganizationId",
                "The AWS organization that the hub account must belong to; none if it is not"
                    + " required.")
            .allowedPattern(MemberAccess.NONE + "|o-[a-z0-9]{10,32}")
            .constraintDescription("none, or the id of an organization such as o-a1b2c3d4e5")
            .defaultValue(deployment.members().organization().orElse(MemberAccess.NONE))
            .build();
    externalId =
        parameter(
                "ExternalId",
                "The external id that the hub sends when it assumes the role: externalId in"
                    + " cdk.json. Several, separated by commas, while it changes.")
            .type("CommaDelimitedList")
            .allowedPattern("[\\w+=.@:/-]{2,1224}")
            .constraintDescription(
                "2 to 1224 letters, digits or any of +=.@:/-, or several of them, separated by"
                    + " commas")
            .defaultValue(deployment.members().externalId())
            .build();
    homeRegion =
        parameter(
                "HomeRegion",
                "The region in which the account's roles are created: one of the stack's regions.")
            .allowedPattern(REGION)
            .constraintDescription("a region's code such as us-east-1")
            .build();
    roleName =
        parameter("RoleName", "The name of the role that the hub assumes to read this account.")
            .allowedPattern(Targets.ROLE_NAME + NAME + "{0,42}")
            .constraintDescription("a name that begins with " + Targets.ROLE_NAME)
            .defaultValue(Targets.ROLE_NAME)
            .build();
    senderRoleName =
        parameter(
                "SenderRoleName",
                "The name of the role that EventBridge assumes to send events to the hub.")
            .allowedPattern(NAME + "{1,64}")
            .constraintDescription("the name of a role without a path")
            .defaultValue("BedrockInventorySender")
            .build();
    boundToOrganization =
        CfnCondition.Builder.create(stack, "BoundToOrganization")
            .expression(Fn.conditionNot(hasNoOrganization()))
            .build();
  }

  String hubAccount() {
    return hubAccount.getValueAsString();
  }

  String hubBusArn() {
    return hubBusArn.getValueAsString();
  }

  List<String> hubRoles() {
    return hubRoles.getValueAsList();
  }

  /** Each of them is accepted. */
  List<String> externalIds() {
    return externalId.getValueAsList();
  }

  /** Whether no organization is specified. */
  ICfnRuleConditionExpression hasNoOrganization() {
    return Fn.conditionEquals(organizationId.getValueAsString(), MemberAccess.NONE);
  }

  /** The id of the organization, or no value, which omits the property. */
  Object organizationId() {
    return Fn.conditionIf(
        boundToOrganization.getLogicalId(), organizationId.getValueAsString(), Aws.NO_VALUE);
  }

  String roleName() {
    return roleName.getValueAsString();
  }

  String senderRoleName() {
    return senderRoleName.getValueAsString();
  }

  String homeRegion() {
    return homeRegion.getValueAsString();
  }

  private CfnParameter.Builder parameter(String id, String description) {
    return CfnParameter.Builder.create(stack, id).type("String").description(description);
  }
}
