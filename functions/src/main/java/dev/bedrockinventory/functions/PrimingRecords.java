package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of the table's stream about an example chain of two revisions. */
final class PrimingRecords {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final Scope scope;
  private final Revision first;
  private final Revision second;

  PrimingRecords(Hub hub) {
    scope = new Scope(hub.account(), hub.region(), Kind.APPLICATION_INFERENCE_PROFILE);
    first = revision(1, Chain.START);
    second = revision(2, Chain.hash(first));
  }

  DynamodbStreamRecord insertedRevision() {
    var item = attributes(first);
    return record("INSERT", item, new StreamRecord().withNewImage(image(item)));
  }

  DynamodbStreamRecord removedHead() {
    var key = ItemKey.head(scope, arn());
    var head = Map.of("pk", key.pk(), "sk", key.sk());
    return record("REMOVE", head, new StreamRecord().withOldImage(image(head)));
  }

  /** The response to a Query of the chain. */
  String chain() {
    var response = JsonNodeFactory.instance.objectNode();
    var items = response.putArray("Items");
    for (var revision : List.of(first, second)) {
      var item = items.addObject();
      attributes(revision).forEach((name, text) -> item.putObject(name).put("S", text));
    }
    return CanonicalJson.write(response);
  }

  private static DynamodbStreamRecord record(
      String how, Map<String, String> item, StreamRecord stream) {
    var keys = new TreeMap<>(item);
    keys.keySet().retainAll(List.of("pk", "sk"));
    var record = new DynamodbStreamRecord();
    record.setEventName(how);
    record.setDynamodb(stream.withKeys(image(keys)));
    return record;
  }

  private static Map<String, AttributeValue> image(Map<String, String> item) {
    var image = new TreeMap<String, AttributeValue>();
    item.forEach((name, text) -> image.put(name, new AttributeValue(text)));
    return image;
  }

  private static Map<String, String> attributes(Revision revision) {
    var key = ItemKey.revision(revision.arn(), revision.number());
    var item = new TreeMap<String, String>();
    item.put("pk", key.pk());
    item.put("sk", key.sk());
    item.put("change", revision.change().name());
    item.put("observedAt", Instants.text(AT));
    item.put("changeDay", "2026-01-01");
    item.put("document", revision.document().json());
    item.put("fields", "[]");
    item.put("proofs", revision.proofs().json());
    item.put("contentHash", revision.contentHash());
    item.put("previousHash", revision.previousHash());
    item.put("chainHash", Chain.hash(revision));
    return item;
  }

  private Revision revision(long number, String previousHash) {
    var document = new Document("{}");
    return new Revision(
        arn(),
        number,
        ChangeKind.CREATED,
        AT,
        document,
        List.of(),
        Proofs.NONE,
        document.digest(),
        previousHash,
        Chain.START);
  }

  private Arn arn() {
    return new Arn(
        "arn:aws:bedrock:%s:%s:application-inference-profile/priming000001"
            .formatted(scope.region(), scope.account()));
  }
}
