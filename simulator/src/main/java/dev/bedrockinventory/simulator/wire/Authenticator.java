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
 * Identifies the caller of a request by its access key; the signature itself is not verified. A key
 * that begins with twelve digits is of that account, and what follows them is the user; keys that
 * this simulator issued to a role's session identify that session; any other key belongs to account
 * 111122223333. Sessions do not expire unless a fault makes them. Thread-safe.
 */
public final class Authenticator {
  private static final String DEFAULT_ACCOUNT = "111122223333";
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "AWS4-HMAC-SHA256\\s+.*?Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request.*");

  private final Ids ids;
  private final Map<String, Keys> sessions = new ConcurrentHashMap<>();

  /** Creates session keys from these ids. */
  public Authenticator(Ids ids) {
    this.ids = ids;
  }

  /**
   * The credentials of a role's session.
   *
   * @param accessKey contains the role's account
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
   * Returns the caller of this request.
   *
   * @throws Refusal 403 if the request is not signed
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
