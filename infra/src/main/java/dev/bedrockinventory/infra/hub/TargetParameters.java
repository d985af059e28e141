package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.settings.Targets;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The SSM parameters of the targets. Operators edit their values, which CloudFormation leaves alone
 * as long as nothing of the parameter changes in the template. Any change, even of a tag or the
 * description, writes the template's value again. So these two resources must never change once
 * they are deployed, and they have no tags.
 */
final class TargetParameters extends Construct {
  private final String path;

  TargetParameters(Construct scope, String path) {
    super(scope, "Targets");
    this.path = path;
    parameter(
        Targets.DEFAULTS,
        Targets.FIRST_DEFAULTS,
        "The settings that all accounts share",
        "TargetsDefaults");
    parameter(
        Targets.ACCOUNTS, Targets.FIRST_ACCOUNTS, "The accounts to inventory", "TargetsAccounts");
  }

  String path() {
    return path;
  }

  /** The permission to read all parameters directly under the path. */
  Permission readPermission() {
    return Permission.exact(
        "ReadTargets",
        List.of("ssm:GetParametersByPath"),
        Stack.of(this)
            .formatArn(
                ArnComponents.builder().service("ssm").resource("parameter" + path).build()));
  }

  private void parameter(String name, String value, String description, String logicalId) {
    var parameter =
        StringParameter.Builder.create(this, name)
            .parameterName(path + "/" + name)
            .stringValue(value)
            .description(description + ". Edit the value; docs/deployment.md describes it")
            .build();
    parameter.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    LogicalIds.freeze(parameter, logicalId);
    LogicalIds.removePath(parameter);
  }
}
