package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.settings.Hub;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record of the table's stream with an example revision. */
final class PrimingRecord {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private PrimingRecord() {}

  static DynamodbStreamRecord of(Hub hub) {
    var revision = revision(hub);
    var image = new HashMap<String, AttributeValue>();
    Map.of(
            "pk",
            "RESOURCE#" + revision.arn(),
            "sk",
            "REVISION#0000000001",
            "change",
            revision.change().name(),
            "observedAt",
            Instants.text(AT),
            "changeDay",
            "2026-01-01",
            "document",
            revision.document().json(),
            "contentHash",
            revision.contentHash(),
            "previousHash",
            revision.previousHash(),
            "chainHash",
            Chain.hash(revision))
        .forEach((name, text) -> image.put(name, new AttributeValue(text)));
    image.put("fields", new AttributeValue("[]"));
    image.put("proofs", new AttributeValue(revision.proofs().json()));
    var record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(new StreamRecord().withNewImage(image));
    return record;
  }

  private static Revision revision(Hub hub) {
    var document = new Document("{}");
    return new Revision(
        new Arn(
            "arn:aws:bedrock:%s:%s:application-inference-profile/priming000001"
                .formatted(hub.region(), hub.account())),
        1,
        ChangeKind.CREATED,
        AT,
        document,
        List.of(),
        Proofs.NONE,
        document.digest(),
        Chain.START,
        Chain.START);
  }
}
