package dev.bedrockinventory.infra.construct;

import java.util.List;
import software.amazon.awscdk.Duration;

/**
 * What is one function's own.
 *
 * @param id the construct's
 * @param handler the class that Lambda calls, of module functions, and its method
 * @param memory in MB
 * @param timeout after which Lambda ends it
 * @param permissions all that its code calls, and what the platform does in its name
 * @param failures where calls go that failed to the end, since it has no dead-letter queue itself
 */
public record FunctionSpec(
    String id,
    String handler,
    int memory,
    Duration timeout,
    List<Permission> permissions,
    String failures) {
  public FunctionSpec {
    permissions = List.copyOf(permissions);
  }
}
