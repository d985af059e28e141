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
 * @param account the envelope's account, the authority for whose resources they are
 * @param region the region that the call was made in
 * @param eventId the record's id
 * @param event the call's name
 * @param at when, in whole seconds
 * @param actor who
 * @param sourceIp from where
 * @param userAgent with what
 * @param requestId the call's request id, empty if the record has none
 * @param copiedFrom what a created profile was copied from
 * @param tags the tags that were put, with their values, or removed, then without
 * @param resources what the call was about, as it said: ARNs, ids or names; and for each whether it
 *     was refused
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
