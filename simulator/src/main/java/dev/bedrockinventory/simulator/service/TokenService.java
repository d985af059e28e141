package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.QUERY;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Authenticator;
import dev.bedrockinventory.simulator.wire.Caller;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Xml;
import dev.bedrockinventory.simulator.world.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** STS: who is calling, and sessions of roles. Every role of every account may be assumed. */
final class TokenService {
  private static final String ROLE = "arn:aws(-[^:]+)?:iam::[0-9]{12}:role/[\\u0021-\\u007E]+";

  private final Authenticator callers;
  private final InstantSource clock;
  private final Ids ids;

  TokenService(Authenticator callers, InstantSource clock, Ids ids) {
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.plain("GetCallerIdentity", QUERY, this::identity),
        ApiOperation.on("AssumeRole", QUERY, "RoleArn", this::assume));
  }

  private Answer identity(Invocation invocation) {
    Caller caller = invocation.caller();
    return answer(
        "GetCallerIdentity",
        """
            <Arn>%s</Arn>
            <UserId>%s</UserId>
            <Account>%s</Account>
        """
            .formatted(Xml.text(caller.arn()), Xml.text(caller.userId()), caller.account()));
  }

  private Answer assume(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    String role = input.required("RoleArn", 20, 2048, ROLE);
    String name = input.required("RoleSessionName", 2, 64, "[\\w+=,.@-]*");
    int seconds = input.integer("DurationSeconds", 900, 43200, 3600);
    input.check();

    boolean mfa = input.any("SerialNumber").isPresent();
    var now = clock.instant();
    var keys = callers.assume(role, name, now, mfa);
    var session = keys.session();
    var expiration = now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    String arn =
        "arn:%s:sts::%s:assumed-role/%s/%s"
            .formatted(role.split(":", 3)[1], session.account(), session.role(), name);
    return answer(
        "AssumeRole",
        """
            <Credentials>
              <AccessKeyId>%s</AccessKeyId>
              <SecretAccessKey>%s</SecretAccessKey>
              <SessionToken>%s</SessionToken>
              <Expiration>%s</Expiration>
            </Credentials>
            <AssumedRoleUser>
              <AssumedRoleId>%s</AssumedRoleId>
              <Arn>%s</Arn>
            </AssumedRoleUser>
        """
            .formatted(
                keys.accessKey(),
                keys.secretKey(),
                keys.token(),
                expiration,
                session.roleId() + ":" + Xml.text(name),
                Xml.text(arn)));
  }

  private Answer answer(String operation, String result) {
    return new Answer.Text(
        200,
        """
        <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <%1$sResult>
        %2$s  </%1$sResult>
          <ResponseMetadata>
            <RequestId>%3$s</RequestId>
          </ResponseMetadata>
        </%1$sResponse>
        """
            .formatted(operation, result, ids.uuid()));
  }
}
