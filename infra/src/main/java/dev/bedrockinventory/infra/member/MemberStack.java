package dev.bedrockinventory.infra.member;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.LogicalIds;
import java.util.List;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The stack of a member account or a further region: the role that reads it, and the rules that
 * send its events. One template for all, without assets and without the CDK's bootstrap, so that it
 * can be deployed with a stack set.
 */
public final class MemberStack extends Stack {
  /** Creates the resources of a member. */
  public MemberStack(Construct scope, DeploymentConfig deployment) {
    super(
        scope,
        "Member",
        StackProps.builder()
            .stackName(deployment.stack() + "-member")
            .description(
                "Bedrock Inventory: read access to this account, and its CloudTrail events")
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    var parameters = new MemberParameters(this, deployment);
    var conditions = new MemberConditions(this, parameters);
    new MemberReaderRole(this, parameters, conditions);
    new MemberEventRules(
        this, parameters, conditions, new MemberSenderRole(this, parameters, conditions));
    Tags.of(this)
        .add(
            "project",
            "bedrock-inventory",
            TagProps.builder().excludeResourceTypes(List.of(LogicalIds.STACK_TYPE)).build());
  }
}
