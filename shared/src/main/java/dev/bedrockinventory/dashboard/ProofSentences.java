package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.query.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** The proofs of a deletion in words. */
final class ProofSentences {
  private ProofSentences() {}

  /** One sentence for each proof; empty if there is nothing to prove. */
  static List<String> of(Proofs proofs) {
    var tree = CanonicalJson.parse(proofs.json());
    var sentences = new ArrayList<String>();
    var listing = tree.path("listing");
    if (listing.isObject()) {
      sentences.add(
          "The complete listing of %s, with %d resources, did not contain it."
              .formatted(listing.path("startedAt").asText(), listing.path("listed").asInt()));
    }
    var event = tree.path("event");
    if (event.isObject()) {
      sentences.add(
          "CloudTrail recorded %s at %s."
              .formatted(event.path("event").asText(), event.path("at").asText()));
    }
    var notFound = tree.path("notFound");
    if (notFound.isObject()) {
      sentences.add(
          "%s returned not found at %s: %s"
              .formatted(
                  notFound.path("operation").asText(),
                  notFound.path("answeredAt").asText(),
                  notFound.path("message").asText()));
    }
    return sentences.stream().map(Excerpt::of).toList();
  }
}
