package dev.bedrockinventory.simulator.wire;

import java.util.Optional;

/**
 * The caller, as the signature identifies it.
 *
 * @param account the twelve digits
 * @param region from the credential scope
 * @param user the name of the user, or of the role
 * @param arn of the user or of the role's session
 * @param userId as the token service returns it
 * @param accessKey the key id that signed
 * @param session the session of a role; absent for a user
 */
public record Caller(
    String account,
    String region,
    String user,
    String arn,
    String userId,
    String accessKey,
    Optional<RoleSession> session) {}
