package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Normalizer;
import java.time.Instant;

/**
 * The members of one resource read so far.
 *
 * @param members its normalized members
 * @param answeredAt when the last response was received
 */
record Reading(ObjectNode members, Instant answeredAt) {
  /** This summary, overlaid by the later response of Get. */
  Reading overlaidBy(ReadResult.Found<ObjectNode> details) {
    return new Reading(
        DetailOverlay.overlay(members, details.value()), later(details.answeredAt()));
  }

  /** The observed resource with its tags, which were received at the given time. */
  ObservedResource resource(Arn arn, ObjectNode tags, Instant tagsAnsweredAt) {
    return new ObservedResource(arn, Normalizer.document(members, tags), later(tagsAnsweredAt));
  }

  /** The observed resource without tags. */
  ObservedResource untagged(Arn arn) {
    return resource(arn, JsonNodeFactory.instance.objectNode(), answeredAt);
  }

  private Instant later(Instant other) {
    return other.isAfter(answeredAt) ? other : answeredAt;
  }
}
