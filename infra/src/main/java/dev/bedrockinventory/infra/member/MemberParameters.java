package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.settings.Targets;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnRuleConditionExpression;
import software.amazon.awscdk.Stack;

/** What a member's stack is told: its parameters. */
public final class MemberParameters {
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

  public MemberParameters(Stack stack, DeploymentConfig deployment) {
    this.stack = stack;
    hubAccount =
        parameter("HubAccount", "The account that the inventory is deployed in.")
            .allowedPattern("[0-9]{12}")
            .constraintDescription("twelve digits")
            .build();
    hubBusArn =
        parameter("HubBusArn", "Where events go: the output HubBus of the inventory's stack.")
            .allowedPattern(
                "arn:aws[a-z-]*:events:" + REGION + ":[0-9]{12}:event-bus/[a-zA-Z0-9_./-]{1,256}")
            .constraintDescription("the ARN of an event bus")
            .build();
    hubRoles =
        parameter(
                "HubRoles",
                "Who may read here: the output HubRoles of the inventory's stack. Each may end"
                    + " with * in place of what CloudFormation made up.")
            .type("CommaDelimitedList")
            .allowedPattern("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=.@/-]+[*]?")
            .constraintDescription("ARNs of roles, separated by commas")
            .build();
    organizationId =
        parameter(
                "OrganizationId",
                "The organization that the inventory's account must be of; none if it need not be"
                    + " of one.")
            .allowedPattern(DeploymentConfig.NO_ORGANIZATION + "|o-[a-z0-9]{10,32}")
            .constraintDescription("none, or the id of an organization such as o-a1b2c3d4e5")
            .defaultValue(deployment.organization().orElse(DeploymentConfig.NO_ORGANIZATION))
            .build();
    externalId =
        parameter(
                "ExternalId",
                "What the inventory says when it asks: the externalId of its cdk.json.")
            .allowedPattern("[\\w+=,.@:/-]{2,1224}")
            .constraintDescription("2 to 1224 letters, digits or any of +=,.@:/-")
            .defaultValue(deployment.externalId())
            .build();
    homeRegion =
        parameter(
                "HomeRegion",
                "The one region of this stack's regions in which an account's roles are made.")
            .allowedPattern(REGION)
            .constraintDescription("a region's code such as us-east-1")
            .build();
    roleName =
        parameter("RoleName", "The role that reads; the inventory may become no other.")
            .allowedPattern(Targets.ROLE_NAME + NAME + "{0,42}")
            .constraintDescription("a name that begins with " + Targets.ROLE_NAME)
            .defaultValue(Targets.ROLE_NAME)
            .build();
    senderRoleName =
        parameter("SenderRoleName", "The role in whose name EventBridge sends to the hub's bus.")
            .allowedPattern(NAME + "{1,64}")
            .constraintDescription("the name of a role without a path")
            .defaultValue("BedrockInventorySender")
            .build();
    boundToOrganization =
        CfnCondition.Builder.create(stack, "BoundToOrganization")
            .expression(Fn.conditionNot(isOfNoOrganization()))
            .build();
  }

  public String hubAccount() {
    return hubAccount.getValueAsString();
  }

  public String hubBusArn() {
    return hubBusArn.getValueAsString();
  }

  public List<String> hubRoles() {
    return hubRoles.getValueAsList();
  }

  public String externalId() {
    return externalId.getValueAsString();
  }

  /** Whether no organization is told. */
  public ICfnRuleConditionExpression isOfNoOrganization() {
    return Fn.conditionEquals(organizationId.getValueAsString(), DeploymentConfig.NO_ORGANIZATION);
  }

  /** The organization's id, or the absence of a property. */
  public Object organizationId() {
    return Fn.conditionIf(
        boundToOrganization.getLogicalId(), organizationId.getValueAsString(), Aws.NO_VALUE);
  }

  public String roleName() {
    return roleName.getValueAsString();
  }

  public String senderRoleName() {
    return senderRoleName.getValueAsString();
  }

  public String homeRegion() {
    return homeRegion.getValueAsString();
  }

  private CfnParameter.Builder parameter(String id, String description) {
    return CfnParameter.Builder.create(stack, id).type("String").description(description);
  }
}
