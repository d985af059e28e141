package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The proofs of a deletion: a complete listing that lacks the resource, or CloudTrail's record of
 * its deletion; and the NotFound response to a Get by ARN.
 *
 * @param json the canonical text of a JSON object; {@code {}} if there is nothing to prove
 */
public record Proofs(String json) {
  /** No proofs: every revision but a deletion. */
  public static final Proofs NONE = new Proofs("{}");

  private static final int MOST_LETTERS = 500;

  /** The proofs of a deletion that a sweep found. */
  public static Proofs ofListing(ScopeSnapshot snapshot, Absence absence) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.putObject("listing")
        .put("startedAt", Instants.text(snapshot.startedAt()))
        .put("listed", snapshot.listed().size());
    tree.set("notFound", tree(absence));
    return new Proofs(CanonicalJson.write(tree));
  }

  /** The proofs of a deletion that an event reported. */
  public static Proofs ofEvent(Evidence deletion, Absence absence) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.putObject("event")
        .put("eventId", deletion.eventId())
        .put("event", deletion.event())
        .put("at", Instants.text(deletion.at()));
    tree.set("notFound", tree(absence));
    return new Proofs(CanonicalJson.write(tree));
  }

  /** The id of the event that reported the deletion, if these are proofs of an event. */
  public Optional<String> eventId() {
    var id = CanonicalJson.parse(json).path("event").path("eventId");
    return id.isTextual() ? Optional.of(id.textValue()) : Optional.empty();
  }

  private static ObjectNode tree(Absence absence) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", absence.operation())
        .put("answeredAt", Instants.text(absence.answeredAt()))
        .put("requestId", absence.requestId())
        .put("message", start(absence.message()));
  }

  private static String start(String message) {
    return message.length() <= MOST_LETTERS ? message : message.substring(0, MOST_LETTERS) + "…";
  }
}
