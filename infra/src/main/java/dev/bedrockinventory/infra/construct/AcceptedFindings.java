package dev.bedrockinventory.infra.construct;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** The findings of cdk-nag that are accepted, each recorded at its construct. */
final class AcceptedFindings {
  private AcceptedFindings() {}

  /** Accepts the finding of one rule for a construct. */
  static void finding(IConstruct construct, String rule, String reason) {
    add(construct, NagPackSuppression.builder().id(rule).reason(reason).build());
  }

  /** Accepts wildcards in a role's statements for these resources only. */
  static void wildcards(IConstruct role, List<String> resources, String reason) {
    var stack = Stack.of(role);
    add(
        role,
        NagPackSuppression.builder()
            .id("AwsSolutions-IAM5")
            .appliesTo(
                resources.stream()
                    .map(resource -> "Resource::" + flat(stack.resolve(resource)))
                    .toList())
            .reason(reason)
            .build());
    // The findings of this rule name no resources, only the role.
    finding(role, "Serverless-LambdaStarPermissions", reason);
  }

  private static void add(IConstruct construct, NagPackSuppression suppression) {
    NagSuppressions.addResourceSuppressions(construct, List.of(suppression));
  }

  /** A resolved text in the format of cdk-nag: references in angle brackets. */
  private static String flat(@Nullable Object node) {
    if (node instanceof Map<?, ?> call && call.get("Fn::Join") instanceof List<?> join) {
      return flat(join.get(1));
    }
    if (node instanceof Map<?, ?> call && call.containsKey("Ref")) {
      return "<" + call.get("Ref") + ">";
    }
    if (node instanceof Map<?, ?> call && call.get("Fn::GetAtt") instanceof List<?> reference) {
      return "<%s.%s>".formatted(reference.get(0), reference.get(1));
    }
    if (node instanceof List<?> parts) {
      return parts.stream().map(AcceptedFindings::flat).collect(Collectors.joining());
    }
    return String.valueOf(node);
  }
}
