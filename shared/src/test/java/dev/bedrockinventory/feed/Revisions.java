package dev.bedrockinventory.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The revisions that the tests of the feed use. */
final class Revisions {
  static final Arn ARN =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/3yh6w4d8j7j3");

  private static final Instant AT = Instant.parse("2026-11-22T14:20:08.123Z");

  private Revisions() {}

  static Revision created() {
    return of(1, ChangeKind.CREATED, document("red"), List.of(), Proofs.NONE);
  }

  static Revision updated() {
    return of(
        2,
        ChangeKind.UPDATED,
        document("blue"),
        List.of(
            field("/tags/team", FieldChange.Op.REPLACE, "red", "blue"),
            field("/tags/cost~1center", FieldChange.Op.ADD, null, "4711"),
            field("/tags/old", FieldChange.Op.REMOVE, "yes", null)),
        Proofs.NONE);
  }

  /** The one that docs/operations.md shows as an event. */
  static Revision retagged() {
    return of(
        2,
        ChangeKind.UPDATED,
        document("blue"),
        List.of(field("/tags/team", FieldChange.Op.REPLACE, "red", "blue")),
        Proofs.NONE);
  }

  static Revision deleted() {
    return of(
        3,
        ChangeKind.DELETED,
        document("blue"),
        List.of(),
        new Proofs("{\"notFound\":{\"operation\":\"GetInferenceProfile\"}}"));
  }

  /** A creation whose document has this many additional characters. */
  static Revision large(long number, int letters) {
    return of(number, ChangeKind.CREATED, document("x".repeat(letters)), List.of(), Proofs.NONE);
  }

  /** One whose document is too large for an item: one member is replaced. */
  static Revision reducedDocument() {
    return updated(document("red"), withNotes("x".repeat(420_000)));
  }

  /** One whose document is small, but not what it replaced. */
  static Revision reducedField() {
    return updated(withNotes("x".repeat(393_000)), withNotes("y".repeat(10_000)));
  }

  /** One with so many field changes that one stands for all of them. */
  static Revision reducedToOneField() {
    return updated(tags("red"), tags("blue"));
  }

  private static Revision updated(Document before, Document after) {
    var created = of(1, ChangeKind.CREATED, before, List.of(), Proofs.NONE);
    var head = Head.after(created, AT, 0);
    return ChangeSets.updated(head, new ObservedResource(ARN, after, AT.plusSeconds(9))).revision();
  }

  private static Document withNotes(String text) {
    return Document.of(document("red").tree().put("notes", text));
  }

  private static Document tags(String value) {
    var tree = document("red").tree();
    IntStream.range(0, 9_000).forEach(number -> tree.withObject("/tags").put("t" + number, value));
    return Document.of(tree);
  }

  private static Revision of(
      long number, ChangeKind change, Document document, List<FieldChange> fields, Proofs proofs) {
    var unsealed = revision(number, change, document, fields, proofs, "");
    return revision(number, change, document, fields, proofs, Chain.hash(unsealed));
  }

  private static Revision revision(
      long number,
      ChangeKind change,
      Document document,
      List<FieldChange> fields,
      Proofs proofs,
      String chainHash) {
    return new Revision(
        ARN,
        number,
        change,
        AT.plusSeconds(number),
        document,
        fields,
        proofs,
        document.digest(),
        Sha256.of("the revision before"),
        chainHash);
  }

  private static Document document(String team) {
    return new Document(
        CanonicalJson.write(
            CanonicalJson.parse(
                "{\"status\":\"ACTIVE\",\"tags\":{\"team\":\"%s\"}}".formatted(team))));
  }

  private static FieldChange field(
      String path, FieldChange.Op op, @Nullable String before, @Nullable String after) {
    var json = JsonNodeFactory.instance;
    return new FieldChange(
        path,
        op,
        Optional.ofNullable(before).map(json::textNode),
        Optional.ofNullable(after).map(json::textNode));
  }
}
