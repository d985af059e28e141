package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/**
 * One statement of a role.
 *
 * @param id its {@code Sid}; what the platform needs begins with {@value #PLATFORM}
 * @param actions without wildcards
 * @param resources as narrow as the service supports
 * @param breadth why a resource has a wildcard; absent where none has one
 */
public record Permission(
    String id, List<String> actions, List<String> resources, Optional<String> breadth) {
  public static final String PLATFORM = "Platform";

  public Permission {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  public static Permission exact(String id, List<String> actions, String... resources) {
    return new Permission(id, actions, List.of(resources), Optional.empty());
  }

  public static Permission broad(
      String id, List<String> actions, String because, String... resources) {
    return new Permission(id, actions, List.of(resources), Optional.of(because));
  }

  /** Says to cdk-nag why a role with this statement has wildcards, if it has. */
  public void explain(Role role) {
    breadth.ifPresent(reason -> AcceptedFindings.wildcards(role, resources, id + ": " + reason));
  }

  public PolicyStatement statement() {
    return PolicyStatement.Builder.create()
        .sid(id)
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .build();
  }
}
