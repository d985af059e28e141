package dev.bedrockinventory.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.change.Reduction;
import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.JsonContract;
import java.time.Instant;
import java.util.List;

/**
 * The event of one revision: a CloudEvents 1.0 event with the revision as its data. The same
 * revision always produces the same bytes, so republished events are identical. {@code
 * docs/change-event-1.schema.json} is its JSON Schema.
 *
 * @param id the revision's key in the index of all changes; consumers deduplicate by it
 * @param arn the resource
 * @param observedAt when the revision was observed
 * @param json the event as canonical JSON
 * @param truncated whether the document and the fields are omitted because the event would be too
 *     large
 */
public record ChangeEvent(String id, Arn arn, Instant observedAt, String json, boolean truncated)
    implements PublishedEvent {
  /** The detail type of every event, for the pattern of rules. */
  public static final String DETAIL_TYPE = "Bedrock Inventory Change";

  /** The type of every event; another version has another type. */
  public static final String TYPE = "dev.bedrockinventory.change.v1";

  /** The URN of the schema of the data. */
  public static final String SCHEMA = "urn:bedrock-inventory:change-event:1";

  /** The maximum size of an event as EventBridge counts it; many targets accept at most 256 KB. */
  static final int MAX_BYTES = 200 * 1024;

  /** The event of a revision. */
  public static ChangeEvent of(Revision revision) {
    var complete = of(revision, false);
    return complete.bytes() <= MAX_BYTES ? complete : of(revision, true);
  }

  @Override
  public String detailType() {
    return DETAIL_TYPE;
  }

  @Override
  public String subject() {
    return arn.text();
  }

  private static ChangeEvent of(Revision revision, boolean truncated) {
    var id = ChangeEntry.of(revision).key();
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", SOURCE)
            .put("type", TYPE)
            .put("time", Instants.text(revision.observedAt()))
            .put("subject", revision.arn().text())
            .put("datacontenttype", "application/json")
            .put("dataschema", SCHEMA);
    event.set("data", data(revision, truncated));
    return new ChangeEvent(
        id, revision.arn(), revision.observedAt(), CanonicalJson.write(event), truncated);
  }

  private static ObjectNode data(Revision revision, boolean truncated) {
    var data = JsonContract.of(Change.of(revision));
    revision
        .arn()
        .scope()
        .ifPresent(scope ->
            data.put("account", scope.account())
                .put("region", scope.region())
                .put("kind", scope.kind().label()));
    data.put("summary", ChangeSummary.of(revision))
        .put("contentHash", revision.contentHash())
        .put("previousHash", revision.previousHash())
        .put("chainHash", revision.chainHash())
        .put("reduced", Reduction.isOf(revision))
        .put("truncated", truncated)
        .set("proofs", CanonicalJson.parse(revision.proofs().json()));
    if (truncated) {
      data.remove(List.of("document", "fields"));
    }
    return data;
  }
}
