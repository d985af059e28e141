package dev.bedrockinventory.cloudtrail;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A call that CloudTrail recorded, about one resource or several.
 *
 * @param account the envelope's account, which owns the resources
 * @param region the region that the call was made in
 * @param eventId the record's id
 * @param event the call's name
 * @param at the time of the call, in full seconds
 * @param actor the caller
 * @param sourceIp the IP address of the caller
 * @param userAgent the user agent of the caller
 * @param requestId the call's request id, empty if the record has none
 * @param copiedFrom the source of a created profile
 * @param tags the tags that were added, with their values, or removed, without values
 * @param resources the resources of the call as it named them (ARNs, ids or names), and for each
 *     the failure, if it failed
 */
public record CloudTrailCall(
    String account,
    String region,
    String eventId,
    String event,
    Instant at,
    Actor actor,
    String sourceIp,
    String userAgent,
    String requestId,
    Optional<String> copiedFrom,
    Map<String, Optional<String>> tags,
    SortedMap<String, Optional<Refusal>> resources) {
  /** The call as evidence about one of its resources. */
  public Evidence evidence(Arn arn, Optional<Refusal> refusal) {
    return new Evidence(
        arn, eventId, event, at, actor, sourceIp, userAgent, requestId, refusal, copiedFrom, tags);
  }
}
