package dev.bedrockinventory.infra;

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
final class MemberStack extends Stack {
  MemberStack(Construct scope, Deployment deployment) {
    super(
        scope,
        "Member",
        StackProps.builder()
            .stackName(deployment.stack() + "-member")
            .description("Bedrock Inventory: lets it read this account, and sends it events")
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    var inputs = new MemberInputs(this, deployment);
    var places = new MemberPlaces(this, inputs);
    new MemberReader(this, inputs, places);
    new MemberEvents(this, inputs, places, new MemberSender(this, inputs, places));
    Tags.of(this)
        .add(
            "project",
            "bedrock-inventory",
            TagProps.builder().excludeResourceTypes(List.of(InventoryStack.STACK)).build());
  }
}
