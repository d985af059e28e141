package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One Lambda function with its log group, its role and its alias. Callers know the alias only: it
 * points at a published version, which is what SnapStart makes snapshots of.
 */
public final class InventoryFunction extends Construct {
  private final Role role;
  private final Function function;
  private final Alias alias;

  public InventoryFunction(Construct scope, FunctionCode common, FunctionSpec spec) {
    super(scope, spec.id());
    var logs =
        LogGroup.Builder.create(this, "Logs")
            .retention(common.logRetention())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var permissions = Stream.concat(spec.permissions().stream(), platform(logs)).toList();
    role = role(permissions);
    function = function(common, spec, logs);
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    AcceptedFindings.finding(function, "Serverless-LambdaDLQ", spec.failures());
    permissions.forEach(permission -> permission.explain(role));
  }

  public Function function() {
    return function;
  }

  public Alias alias() {
    return alias;
  }

  public String roleArn() {
    return role.getRoleArn();
  }

  /** Gives the role this logical id, where other accounts trust the name that is made of it. */
  public void freezeRole(String id) {
    LogicalIds.freeze(role, id);
  }

  private Role role(List<Permission> permissions) {
    return Role.Builder.create(this, "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                "Permissions",
                PolicyDocument.Builder.create()
                    .statements(permissions.stream().map(Permission::statement).toList())
                    .build()))
        .build();
  }

  /** The role is handed over as it is: what the CDK would add is written out here. */
  private Function function(FunctionCode common, FunctionSpec spec, LogGroup logs) {
    var builder =
        Function.Builder.create(this, "Function")
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .code(common.code())
            .handler(spec.handler())
            .memorySize(spec.memory())
            .timeout(spec.timeout())
            .environment(common.environment())
            .role(role.withoutPolicyUpdates())
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            .systemLogLevelV2(SystemLogLevel.INFO)
            .tracing(Tracing.ACTIVE);
    return common.snapStart()
        ? builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS).build()
        : builder.build();
  }

  /** What Lambda itself does in the function's name. */
  private static Stream<Permission> platform(LogGroup logs) {
    return Stream.of(
        // The ARN of a group ends with its streams, whose names Lambda chooses.
        Permission.exact(
            Permission.PLATFORM + "Logs",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            logs.getLogGroupArn()),
        Permission.broad(
            Permission.PLATFORM + "Tracing",
            List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
            "X-Ray supports nothing narrower.",
            "*"));
  }
}
