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
 * What a further account, or a further region, gets: the role that reads it, and the rules that
 * tell of its events. One template for all, without assets and without the CDK's bootstrap, so that
 * a stack set can take it as it is.
 */
public final class MemberStack extends Stack {
  public MemberStack(Construct scope, DeploymentConfig deployment) {
    super(
        scope,
        "Member",
        StackProps.builder()
            .stackName(deployment.stack() + "-member")
            .description("Bedrock Inventory: lets it read this account, and sends it events")
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    var inputs = new MemberParameters(this, deployment);
    var places = new MemberConditions(this, inputs);
    new MemberReaderRole(this, inputs, places);
    new MemberEventRules(this, inputs, places, new MemberSenderRole(this, inputs, places));
    Tags.of(this)
        .add(
            "project",
            "bedrock-inventory",
            TagProps.builder().excludeResourceTypes(List.of(LogicalIds.STACK_TYPE)).build());
  }
}
