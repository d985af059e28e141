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
 * The parameters that tell the targets. Operators edit their values, so the template's are
 * constants. CloudFormation leaves a parameter alone while nothing of it changes in the template;
 * any change, of a tag or the description too, writes the template's value again. So nothing of
 * these two resources may ever change, and they have no tags.
 */
public final class TargetParameters extends Construct {
  private final String path;

  public TargetParameters(Construct scope, String path) {
    super(scope, "Targets");
    this.path = path;
    parameter(
        Targets.DEFAULTS, Targets.FIRST_DEFAULTS, "What all accounts share", "TargetsDefaults");
    parameter(
        Targets.ACCOUNTS, Targets.FIRST_ACCOUNTS, "The accounts to inventory", "TargetsAccounts");
  }

  public String path() {
    return path;
  }

  /** What reading them needs; all that stands directly under the path. */
  public Permission reading() {
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
            .description(description + "; edited by operators, see docs/operations.md")
            .build();
    parameter.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    LogicalIds.freeze(parameter, logicalId);
    LogicalIds.forgetPath(parameter);
  }
}
