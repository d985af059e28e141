package dev.bedrockinventory.simulator.cloudtrail;

import java.util.Optional;

/**
 * The origin of a call.
 *
 * @param requestId as in the response
 * @param sourceIp the client's address
 * @param userAgent as sent by the client
 */
public record Origin(String requestId, String sourceIp, Optional<String> userAgent) {}
