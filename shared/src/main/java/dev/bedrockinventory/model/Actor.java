package dev.bedrockinventory.model;

import java.util.Optional;

/**
 * The author of a call, from CloudTrail's {@code userIdentity}.
 *
 * @param arn the identity's ARN, such as {@code arn:aws:iam::111122223333:user/alice}; where the
 *     record has none, its principal id, or the service that called
 * @param type the kind of identity, such as IAMUser or AssumedRole
 * @param issuer the ARN of the role behind a session
 * @param mfa whether the session was opened with a second factor, if recorded
 */
public record Actor(String arn, String type, Optional<String> issuer, Optional<Boolean> mfa) {}
