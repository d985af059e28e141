package dev.bedrockinventory.simulator.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Caller;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.RoleSession;

/** The caller as recorded: a user, or a role's session with its role. */
final class UserIdentity {
  private UserIdentity() {}

  static ObjectNode of(Caller caller) {
    var identity = Json.object();
    identity.put("type", caller.session().isPresent() ? "AssumedRole" : "IAMUser");
    identity.put("principalId", caller.userId());
    identity.put("arn", caller.arn());
    identity.put("accountId", caller.account());
    identity.put("accessKeyId", caller.accessKey());
    caller
        .session()
        .ifPresentOrElse(
            session -> identity.set("sessionContext", context(session)),
            () -> identity.put("userName", caller.user()));
    return identity;
  }

  private static ObjectNode context(RoleSession session) {
    var context = Json.object();
    context
        .putObject("sessionIssuer")
        .put("type", "Role")
        .put("principalId", session.roleId())
        .put("arn", session.roleArn())
        .put("accountId", session.account())
        .put("userName", session.role());
    context
        .putObject("attributes")
        .put("creationDate", Envelope.seconds(session.openedAt()))
        .put("mfaAuthenticated", Boolean.toString(session.mfa()));
    return context;
  }
}
