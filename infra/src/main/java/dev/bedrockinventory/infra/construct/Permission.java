package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;

/**
 * A statement of a role's policy.
 *
 * @param id the {@code Sid}; starts with {@value #PLATFORM} if the platform needs it, not the code
 * @param actions without wildcards
 * @param resources as narrow as the service supports
 * @param wildcardReason why resources have wildcards; absent if none has
 * @param conditions under which it allows them, in the form of a policy; empty if always
 */
public record Permission(
    String id,
    List<String> actions,
    List<String> resources,
    Optional<String> wildcardReason,
    Map<String, ?> conditions) {
  /** The start of the ids of permissions that Lambda itself needs. */
  public static final String PLATFORM = "Platform";

  /** Copies the lists. */
  public Permission {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = Map.copyOf(conditions);
  }

  /** A statement for exactly these resources. */
  public static Permission exact(String id, List<String> actions, String... resources) {
    return new Permission(id, actions, List.of(resources), Optional.empty(), Map.of());
  }

  /** A statement for resources with wildcards. */
  public static Permission broad(
      String id, List<String> actions, String reason, String... resources) {
    return new Permission(id, actions, List.of(resources), Optional.of(reason), Map.of());
  }

  /** This statement under these conditions only. */
  public Permission on(Map<String, ?> allowed) {
    return new Permission(id, actions, resources, wildcardReason, allowed);
  }

  /** What a caller of an encrypted table, queue or topic needs; the service calls KMS as it. */
  public static Permission useOf(IKey key) {
    return exact(PLATFORM + "Key", List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn());
  }

  /** Accepts the findings of cdk-nag for the wildcards of this statement in a role. */
  public void acceptWildcards(Role role) {
    wildcardReason.ifPresent(
        reason -> AcceptedFindings.wildcards(role, resources, id + ": " + reason));
  }

  /** The statement for a policy document. */
  public PolicyStatement statement() {
    return PolicyStatement.Builder.create()
        .sid(id)
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .conditions(conditions)
        .build();
  }
}
