package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * A statement of a resource's policy that allows one AWS service one action. Every statement has a
 * condition, so that the service cannot be used by strangers ("confused deputy").
 *
 * @param id the {@code Sid}
 * @param service the service principal
 * @param action the only action
 * @param resource the ARN of the resource that has the policy
 */
public record ServicePermission(String id, String service, String action, String resource) {
  /**
   * The statement for calls on behalf of these resources only.
   *
   * @param sources one ARN, or a list of them
   */
  public PolicyStatement forSources(Object sources) {
    return statement("ArnEquals", "aws:SourceArn", sources);
  }

  /** The statement for calls on behalf of this account only. */
  public PolicyStatement forAccount(String account) {
    return statement("StringEquals", "aws:SourceAccount", account);
  }

  private PolicyStatement statement(String operator, String key, Object value) {
    return PolicyStatement.Builder.create()
        .sid(id)
        .effect(Effect.ALLOW)
        .principals(List.of(new ServicePrincipal(service)))
        .actions(List.of(action))
        .resources(List.of(resource))
        .conditions(Map.of(operator, Map.of(key, value)))
        .build();
  }
}
