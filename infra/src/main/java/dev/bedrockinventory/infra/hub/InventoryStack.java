package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.settings.Variable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.ssm.CfnParameter;
import software.constructs.Construct;

/** The whole system in one account and region. */
public final class InventoryStack extends Stack {
  /** What the CDK calls a stack among the types of what can be tagged. */
  public static final String STACK = "aws:cdk:stack";

  public InventoryStack(Construct scope, DeploymentConfig deployment) {
    super(scope, "Inventory", props(deployment));
    var ledger = new LedgerTable(this);
    var targets = new TargetParameters(this, deployment.targetsPath());
    var sweepQueue = new SweepQueue(this);
    var eventQueue = new EventQueue(this);
    var events = new CloudTrailRules(this, deployment, eventQueue);
    var changes = new ChangeBus(this, deployment);
    var common =
        new InventoryFunction.Common(
            Code.fromAsset(deployment.artefact().toString()),
            environment(deployment, ledger, sweepQueue, eventQueue, changes),
            deployment.logRetention(),
            deployment.snapStart());
    var plan = new PlanFunction(this, common, deployment, targets, ledger, sweepQueue, eventQueue);
    var sweeps = new SweepFunction(this, common, deployment.sweepConcurrency(), ledger, sweepQueue);
    var refreshes = new RefreshFunction(this, common, targets, ledger, eventQueue);
    var feed = new FeedFunction(this, common, ledger, changes);
    var watch =
        new Monitoring(
            this,
            deployment,
            new Monitoring.Parts(plan, sweepQueue, sweeps, eventQueue, refreshes, feed));
    tag("project", "bedrock-inventory");
    tag("stack", deployment.stack());
    output("Table", "The ledger's table", ledger.table().getTableName());
    output("TargetsPath", "Where the targets' parameters stand", targets.path());
    output("AlarmTopic", "The topic of all alarms", watch.topic().getTopicArn());
    output(
        "HubBus", "The bus that other accounts and regions send to", events.bus().getEventBusArn());
    output(
        "HubRoles",
        "The roles that other accounts trust",
        sweeps.function().roleArn() + "," + refreshes.function().roleArn());
    output("ChangeBus", "The bus that tells changes", changes.bus().getEventBusName());
  }

  /** Every function gets all the settings. {@code AWS_REGION} is set by Lambda itself. */
  private Map<String, String> environment(
      DeploymentConfig deployment,
      LedgerTable ledger,
      SweepQueue sweepQueue,
      EventQueue eventQueue,
      ChangeBus changes) {
    var environment = new TreeMap<String, String>();
    environment.put(Variable.ACCOUNT.key(), getAccount());
    environment.put(Variable.TABLE.key(), ledger.table().getTableName());
    environment.put(Variable.TARGETS_PATH.key(), deployment.targetsPath());
    environment.put(Variable.SWEEP_QUEUE_URL.key(), sweepQueue.queue().getQueueUrl());
    environment.put(Variable.EVENT_QUEUE_URL.key(), eventQueue.queue().getQueueUrl());
    environment.put(Variable.CHANGE_BUS.key(), changes.bus().getEventBusName());
    environment.put(Variable.EXTERNAL_ID.key(), deployment.externalId());
    environment.put(Variable.CALLS_PER_SECOND.key(), deployment.callsPerSecond());
    environment.put(Variable.LOG_LEVEL.key(), Variable.LOG_LEVEL.standard().orElseThrow());
    environment.put(Variable.METRICS_NAMESPACE.key(), MetricFactory.NAMESPACE);
    environment.put(Variable.SERVICE_NAME.key(), deployment.stack());
    return environment;
  }

  /**
   * Tags everything but the targets' parameters: with a tag that changes CloudFormation would write
   * the template's values over what operators wrote. Nor the stack itself, whose tags
   * CloudFormation hands on to all its resources.
   */
  private void tag(String key, String value) {
    Tags.of(this)
        .add(
            key,
            value,
            TagProps.builder()
                .excludeResourceTypes(List.of(CfnParameter.CFN_RESOURCE_TYPE_NAME, STACK))
                .build());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }

  private static StackProps props(DeploymentConfig deployment) {
    var props =
        StackProps.builder()
            .stackName(deployment.stack())
            .description("Bedrock Inventory: who has which inference profiles and imported models");
    deployment
        .region()
        .ifPresent(region -> props.env(Environment.builder().region(region).build()));
    return props.build();
  }
}
