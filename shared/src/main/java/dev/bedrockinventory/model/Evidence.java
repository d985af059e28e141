package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A CloudTrail record about one resource: who did what, from where, when, with what outcome.
 * Ordered by time and event id. A record about several resources is one evidence item for each.
 *
 * @param arn the resource
 * @param eventId the record's id, unique; storing it again changes nothing
 * @param event the call, such as DeleteInferenceProfile
 * @param at the time, in whole seconds
 * @param actor the author
 * @param sourceIp the address that the call came from, or the AWS service that made it
 * @param userAgent the agent that made the call
 * @param requestId the call's request id, empty if the record has none
 * @param refusal the error of a refused call, which is an attempt and changed nothing
 * @param copiedFrom the source of a created profile, which no read API returns
 * @param tags the tags that the call put, with values, or removed, without values
 */
public record Evidence(
    Arn arn,
    String eventId,
    String event,
    Instant at,
    Actor actor,
    String sourceIp,
    String userAgent,
    String requestId,
    Optional<Refusal> refusal,
    Optional<String> copiedFrom,
    Map<String, Optional<String>> tags)
    implements Comparable<Evidence> {
  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::at).thenComparing(Evidence::eventId);

  /**
   * Why a call was refused.
   *
   * @param code the error's code, such as AccessDenied
   * @param message the error's text, empty if there is none
   */
  public record Refusal(String code, String message) {}

  /** Copies the tags, in the order of their keys. */
  public Evidence {
    tags = new TreeMap<>(tags);
  }

  /** The same record about another resource: an import is also evidence of its model. */
  public Evidence of(Arn other) {
    return new Evidence(
        other,
        eventId,
        event,
        at,
        actor,
        sourceIp,
        userAgent,
        requestId,
        refusal,
        copiedFrom,
        tags);
  }

  /** The same record, of a call that was accepted and later failed. */
  public Evidence ofFailure(Refusal failure) {
    return new Evidence(
        arn,
        eventId + "-end",
        event,
        at,
        actor,
        sourceIp,
        userAgent,
        requestId,
        Optional.of(failure),
        copiedFrom,
        tags);
  }

  /** Whether the call succeeded. */
  public boolean isSuccessful() {
    return refusal.isEmpty();
  }

  /** Whether a successful call of this name deletes the resource. */
  public boolean isDeletion() {
    return event.startsWith("Delete");
  }

  /** Whether a successful call of this name creates the resource. */
  public boolean isCreation() {
    return event.startsWith("Create");
  }

  @Override
  public int compareTo(Evidence other) {
    return ORDER.compare(this, other);
  }
}
