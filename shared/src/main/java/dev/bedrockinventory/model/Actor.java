package dev.bedrockinventory.model;

import java.util.Optional;

/**
 * The author of a call, from CloudTrail's {@code userIdentity}.
 *
 * @param arn the identity's ARN, such as {@code arn:aws:iam::111122223333:user/alice}; where the
 *     record has none, what else names the identity: its principal id, the id of the Identity
 *     Center user, the user name, the service that called, or the account; empty if nothing does
 * @param type the kind of identity, such as IAMUser or AssumedRole
 * @param session the credentials of the call
 */
public record Actor(String arn, String type, Session session) {
  /**
   * The credentials of a call, as far as they are recorded.
   *
   * @param issuer the ARN of the role behind a session
   * @param accessKeyId the id of the access key, which is not secret
   * @param sourceIdentity who assumed the role, as set when the first session began
   * @param onBehalfOf the Identity Center user for whom the call was made
   * @param mfa whether the session was opened with a second factor
   * @param console whether the session was opened by signing in to the console
   */
  public record Session(
      Optional<String> issuer,
      Optional<String> accessKeyId,
      Optional<String> sourceIdentity,
      Optional<Person> onBehalfOf,
      Optional<Boolean> mfa,
      boolean console) {}

  /**
   * A user of IAM Identity Center.
   *
   * @param userId the id of the user
   * @param identityStore the ARN of the store that the user is in, empty if it is not recorded
   */
  public record Person(String userId, String identityStore) {}
}
