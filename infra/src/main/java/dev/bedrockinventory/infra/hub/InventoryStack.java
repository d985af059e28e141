package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
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

/** The stack of the home account: the complete system in one account and region. */
public final class InventoryStack extends Stack {
  /** Creates all resources of the system. */
  public InventoryStack(Construct scope, DeploymentConfig deployment) {
    super(scope, "Inventory", props(deployment));
    var key = new DataKey(this, deployment.encryptionKey());
    var ledger = new LedgerTable(this, deployment.table(), key);
    var targets = new TargetParameters(this, deployment.targetsPath());
    var sweepQueue = new SweepQueue(this, key);
    var eventQueue = new EventQueue(this, key);
    var events = new CloudTrailRules(this, deployment, eventQueue);
    var changes = new ChangeBus(this, deployment);
    var common =
        new InventoryFunction.Common(
            Code.fromAsset(deployment.artifact().toString()),
            environment(deployment, ledger, sweepQueue, eventQueue, changes),
            deployment.logRetention(),
            deployment.snapStart(),
            key.key());
    var plan =
        new PlanFunction(
            this, common, deployment, targets, ledger, sweepQueue, eventQueue, changes);
    var sweeps = new SweepFunction(this, common, deployment, ledger, sweepQueue);
    var refreshes = new RefreshFunction(this, common, deployment, targets, ledger, eventQueue);
    var feed = new FeedFunction(this, common, ledger, changes);
    var dashboard = new DashboardFunction(this, common, ledger);
    deployment
        .notifications()
        .ifPresent(who -> new ChangeNotifications(this, who, changes, feed.failures(), key));
    var monitoring =
        new Monitoring(
            this,
            deployment,
            key,
            new Monitoring.Parts(plan, sweepQueue, sweeps, eventQueue, refreshes, feed, dashboard));
    tag("project", "bedrock-inventory");
    tag("stack", deployment.stack());
    output(
        "Table",
        "The name of the DynamoDB table; use it with --table",
        ledger.table().getTableName());
    output(
        "TargetsPath",
        "The SSM path of the target parameters, see docs/deployment.md",
        targets.path());
    output(
        "AlarmTopic",
        "The SNS topic of all alarms; subscribe to it",
        monitoring.topic().getTopicArn());
    output(
        "HubBus",
        "The event bus that other accounts and regions send to; a parameter of the member stack",
        events.bus().getEventBusArn());
    output(
        "HubRoles",
        "The roles that other accounts trust; a parameter of the member stack",
        sweeps.function().roleArn() + "," + refreshes.function().roleArn());
    output(
        "DashboardFunction",
        "The function of the widgets; viewers of the dashboard need lambda:InvokeFunction on it",
        dashboard.function().alias().getFunctionArn());
    output(
        "ChangeBus",
        "The event bus to which changes are published",
        changes.bus().getEventBusName());
  }

  /** All functions have the same settings. Lambda itself sets {@code AWS_REGION}. */
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
    // The id of a stack contains a random UUID, and never changes.
    environment.put(Variable.CURSOR_KEY.key(), getStackId());
    environment.put(Variable.EXTERNAL_ID.key(), deployment.members().externalId());
    environment.put(Variable.CALLS_PER_SECOND.key(), deployment.callsPerSecond());
    environment.put(
        Variable.STALE_AFTER.key(), String.valueOf(deployment.schedule().threePeriodsSeconds()));
    environment.put(Variable.LOG_LEVEL.key(), Variable.LOG_LEVEL.standard().orElseThrow());
    environment.put(Variable.METRICS_NAMESPACE.key(), MetricFactory.NAMESPACE);
    environment.put(Variable.SERVICE_NAME.key(), deployment.stack());
    return environment;
  }

  /**
   * Tags all resources except the target parameters: if a tag changed, CloudFormation would replace
   * the values that operators wrote with those of the template. The stack itself is not tagged
   * either, because CloudFormation applies its tags to all resources.
   */
  private void tag(String key, String value) {
    Tags.of(this)
        .add(
            key,
            value,
            TagProps.builder()
                .excludeResourceTypes(
                    List.of(CfnParameter.CFN_RESOURCE_TYPE_NAME, LogicalIds.STACK_TYPE))
                .build());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }

  private static StackProps props(DeploymentConfig deployment) {
    var props =
        StackProps.builder()
            .stackName(deployment.stack())
            .terminationProtection(deployment.terminationProtection())
            .description(
                "Bedrock Inventory: the history of inference profiles and imported models");
    deployment
        .region()
        .ifPresent(region -> props.env(Environment.builder().region(region).build()));
    return props.build();
  }
}
