package dev.bedrockinventory.simulator.cloudtrail;

import java.util.Optional;

/**
 * Where a call came from.
 *
 * @param requestId what the answer calls it
 * @param sourceIp the client's address
 * @param userAgent as the client names itself
 */
public record Origin(String requestId, String sourceIp, Optional<String> userAgent) {}
