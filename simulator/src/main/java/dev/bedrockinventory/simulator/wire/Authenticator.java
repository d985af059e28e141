package dev.bedrockinventory.simulator.wire;

import dev.bedrockinventory.simulator.world.Ids;
import dev.bedrockinventory.simulator.world.Regions;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds out who signed a request. It verifies that a request is signed, not the signature: a key
 * beginning with twelve digits names the account and what follows them the user; keys that this
 * simulator gave to a role's session name that session; any other key is account 111122223333's.
 * Sessions do not expire unless a fault says so. Thread-safe.
 */
public final class Authenticator {
  private static final String DEFAULT_ACCOUNT = "111122223333";
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "AWS4-HMAC-SHA256\\s+.*?Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request.*");

  private final Ids ids;
  private final Map<String, Keys> sessions = new ConcurrentHashMap<>();

  /** Callers whose session keys come from these ids. */
  public Authenticator(Ids ids) {
    this.ids = ids;
  }

  /**
   * What the opener of a role's session is handed.
   *
   * @param accessKey carries the role's account
   */
  public record Keys(RoleSession session, String accessKey, String secretKey, String token) {}

  /** Opens a session of a role. */
  public Keys assume(String roleArn, String name, Instant at, boolean mfa) {
    String roleId = "AROA" + ids.text(16).toUpperCase(Locale.ROOT);
    var session = new RoleSession(roleArn, roleId, name, at, mfa);
    var keys =
        new Keys(session, session.account() + "session" + ids.text(8), ids.text(40), ids.text(120));
    sessions.put(keys.accessKey(), keys);
    return keys;
  }

  /**
   * Who signed this request.
   *
   * @throws Refusal 403 when nobody did
   */
  public Caller caller(Request request) {
    String authorization =
        request
            .header("authorization")
            .orElseThrow(() ->
                new Refusal(
                    403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    var signature = SIGNATURE.matcher(authorization);
    if (!signature.matches()) {
      throw new Refusal(
          403,
          "IncompleteSignatureException",
          "Authorization header requires 'Credential' parameter with a valid credential scope.");
    }
    String key = signature.group(1);
    String region = signature.group(3);
    var keys = sessions.get(key);
    if (keys != null) {
      if (!keys.token().equals(request.header("x-amz-security-token").orElse(""))) {
        throw new Refusal(
            403,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.");
      }
      return inSession(keys.session(), key, region);
    }
    return asUser(key, region);
  }

  private static Caller inSession(RoleSession session, String key, String region) {
    String arn =
        "arn:%s:sts::%s:assumed-role/%s/%s"
            .formatted(
                Regions.partition(region), session.account(), session.role(), session.name());
    return new Caller(
        session.account(),
        region,
        session.role(),
        arn,
        session.roleId() + ":" + session.name(),
        key,
        Optional.of(session));
  }

  private static Caller asUser(String key, String region) {
    boolean named =
        key.length() >= 12 && key.substring(0, 12).chars().allMatch(Authenticator::digit);
    String account = named ? key.substring(0, 12) : DEFAULT_ACCOUNT;
    String user = named && key.length() > 12 ? key.substring(12) : "developer";
    String arn = "arn:%s:iam::%s:user/%s".formatted(Regions.partition(region), account, user);
    return new Caller(account, region, user, arn, "AIDA" + account + user, key, Optional.empty());
  }

  private static boolean digit(int letter) {
    return letter >= '0' && letter <= '9';
  }
}
