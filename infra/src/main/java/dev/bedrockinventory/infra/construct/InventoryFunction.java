package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A Lambda function with its log group, role and alias. Callers invoke the alias: it points to a
 * published version, and SnapStart takes snapshots of published versions only. A deployment retains
 * earlier versions, so that the alias can be set back to one.
 */
public final class InventoryFunction extends Construct {
  private final Role role;
  private final Function function;
  private final Alias alias;

  /**
   * What all functions have in common.
   *
   * @param code the artifact
   * @param environment the settings
   * @param logRetention how long logs are retained
   * @param snapStart whether SnapStart is enabled
   * @param key the customer managed key of logs, table and queues; absent if there is none
   */
  public record Common(
      Code code,
      Map<String, String> environment,
      RetentionDays logRetention,
      boolean snapStart,
      Optional<IKey> key) {
    /** Copies the environment. */
    public Common {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * What differs between the functions.
   *
   * @param id the id of the construct
   * @param handler the class and method that Lambda calls, in module {@code functions}
   * @param memory in MB
   * @param timeout the timeout of an invocation
   * @param permissions what its code calls, and what the platform does on its behalf
   * @param failures why the function itself has no dead-letter queue: where failed calls go
   */
  public record Spec(
      String id,
      String handler,
      int memory,
      Duration timeout,
      List<Permission> permissions,
      String failures) {
    /** Copies the permissions. */
    public Spec {
      permissions = List.copyOf(permissions);
    }
  }

  /** Creates the function and everything that belongs to it. */
  public InventoryFunction(Construct scope, Common common, Spec spec) {
    super(scope, spec.id());
    var logs = logs(common);
    var permissions =
        Stream.of(
                spec.permissions().stream(),
                platform(logs),
                common.key().map(Permission::useOf).stream())
            .flatMap(each -> each)
            .toList();
    role = role(permissions);
    function = function(common, spec, logs);
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    AcceptedFindings.finding(function, "Serverless-LambdaDLQ", spec.failures());
    answerScanners(spec);
    permissions.forEach(permission -> permission.acceptWildcards(role));
  }

  /** The function, for its metrics. */
  public Function function() {
    return function;
  }

  /** The alias that callers invoke. */
  public Alias alias() {
    return alias;
  }

  /** The ARN of the role that the function's code runs with. */
  public String roleArn() {
    return role.getRoleArn();
  }

  /**
   * Fixes the role's logical id and its name, which other accounts trust: the name with the region,
   * because roles are global.
   */
  public void nameRole(String logicalId, String name) {
    LogicalIds.freeze(role, logicalId);
    if (role.getNode().getDefaultChild() instanceof CfnRole template) {
      template.setRoleName(name + "-" + Stack.of(this).getRegion());
    }
  }

  private void answerScanners(Spec spec) {
    ScannerAnswers.checkov(
        function,
        Map.of(
            "CKV_AWS_115",
            "The mappings of the queues limit the function where that matters, and reserved"
                + " concurrency would be taken from the account.",
            "CKV_AWS_116",
            spec.failures(),
            "CKV_AWS_117",
            "It calls only APIs of AWS, over TLS. In a VPC it would need an endpoint or a NAT"
                + " gateway for every service and region.",
            "CKV_AWS_173",
            "The variables are names and limits, none is a secret; Lambda encrypts them at rest."));
    ScannerAnswers.lint(
        function, "W3005", "The CDK adds the dependency on the role to every function.");
  }

  private LogGroup logs(Common common) {
    var logs =
        LogGroup.Builder.create(this, "Logs")
            .retention(common.logRetention())
            .removalPolicy(RemovalPolicy.DESTROY);
    common.key().ifPresent(logs::encryptionKey);
    var created = logs.build();
    if (common.key().isEmpty()) {
      ScannerAnswers.withoutOwnKey(
          created, "CKV_AWS_158", "CloudWatch Logs encrypts every log group");
    }
    return created;
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

  /** The CDK must not add statements to the role: all its permissions are listed explicitly. */
  private Function function(Common common, Spec spec, LogGroup logs) {
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
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            .systemLogLevelV2(SystemLogLevel.INFO)
            .tracing(Tracing.ACTIVE);
    return common.snapStart()
        ? builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS).build()
        : builder.build();
  }

  /** What Lambda itself does on the function's behalf. */
  private static Stream<Permission> platform(LogGroup logs) {
    return Stream.of(
        // The ARN of a log group ends with :*, since Lambda chooses the names of the streams.
        Permission.exact(
            Permission.PLATFORM + "Logs",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            logs.getLogGroupArn()),
        Permission.broad(
            Permission.PLATFORM + "Tracing",
            List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
            "X-Ray does not support resource-level permissions.",
            "*"));
  }
}
