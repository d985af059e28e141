package dev.bedrockinventory.simulator.wire;

import java.time.Instant;

/**
 * A session of a role.
 *
 * @param roleArn the role's ARN, with its path
 * @param roleId as the token service returns it
 * @param name the session name that its caller chose
 * @param openedAt when
 * @param mfa whether it was opened with a second factor
 */
public record RoleSession(
    String roleArn, String roleId, String name, Instant openedAt, boolean mfa) {
  /** The role's account, and so the session's. */
  public String account() {
    return roleArn.split(":", 6)[4];
  }

  /** The role's name, without its path. */
  public String role() {
    return roleArn.substring(roleArn.lastIndexOf('/') + 1);
  }
}
