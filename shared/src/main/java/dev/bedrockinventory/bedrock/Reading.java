package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Normalizer;
import java.time.Instant;

/**
 * What has been read of one resource so far.
 *
 * @param members its normalized members
 * @param answeredAt when the last of the answers came
 */
record Reading(ObjectNode members, Instant answeredAt) {
  /** This reading of a summary, with what Get told later laid over it. */
  Reading overlaidBy(Reading details) {
    return new Reading(
        DetailOverlay.overlay(members, details.members()), later(details.answeredAt()));
  }

  /** The whole, with the tags that came at the given time. */
  ObservedResource sighting(Arn arn, ObjectNode tags, Instant tagsAnsweredAt) {
    return new ObservedResource(arn, Normalizer.document(members, tags), later(tagsAnsweredAt));
  }

  /** The whole, of a resource without tags, or of one whose tags are told elsewhere. */
  ObservedResource untagged(Arn arn) {
    return sighting(arn, JsonNodeFactory.instance.objectNode(), answeredAt);
  }

  private Instant later(Instant other) {
    return other.isAfter(answeredAt) ? other : answeredAt;
  }
}
