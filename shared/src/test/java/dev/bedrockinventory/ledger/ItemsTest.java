package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.NOON;
import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static dev.bedrockinventory.ledger.Samples.arn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.SweepReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each value has one item, each item one value, and any other edit is found. */
final class ItemsTest {
  private static final Revision FIRST = Samples.first(ScopeState.unknown(SCOPE), "p1").revision();
  private static final Head HEAD = Head.after(FIRST, NOON, 7);

  /** A value and the codec of its item. */
  record Sample<T>(String name, Codec<T> codec, T value) {
    Map<String, AttributeValue> item() {
      return codec.encode(value);
    }

    StoredItem<T> read(Map<String, AttributeValue> item) {
      return codec.read(item);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample<?>> samples() {
    var updated = Samples.updated(HEAD, "red").revision();
    var drift =
        new UnmodeledMember("GetInferenceProfile", "models[].latency", "number", arn("p1").text());
    return Stream.of(
        new Sample<>("scope never observed", new ScopeItem(), planned()),
        new Sample<>("scope", new ScopeItem(), largest(SCOPE, "p1")),
        new Sample<>("head", new HeadItem(SCOPE), HEAD),
        new Sample<>(
            "tombstone",
            new ItemCodecs.TombstoneItem(SCOPE),
            new Tombstone(HEAD, NOON.plusSeconds(1))),
        new Sample<>("baseline", new RevisionItem(), FIRST),
        new Sample<>("revision", new RevisionItem(), updated),
        new Sample<>("revision with odd fields", new RevisionItem(), odd(updated)),
        new Sample<>("change", new RevisionItem.ChangeItem(), ChangeEntry.of(updated)),
        new Sample<>(
            "route",
            new ItemCodecs.RouteItem(),
            new Route("amazon.nova-lite-v1:0", arn("p1"), new TreeSet<>(List.of("", "us-east-2")))),
        new Sample<>(
            "report", new ReportItem(SCOPE), ReportEntry.of(report(3), NOON.plusSeconds(9))),
        new Sample<>("evidence", new EvidenceItem(), Samples.evidence(arn("p1"), 1, "a")),
        new Sample<>("attempt", new EvidenceItem(), Samples.attempt(arn("p1"), 1, "b")),
        new Sample<>(
            "endless evidence", new EvidenceItem(), TextLimits.of(Samples.endless(arn("p1")))),
        new Sample<>("pending job", new ItemCodecs.PendingJobItem(), Samples.job("j1", 3)),
        new Sample<>(
            "drift", new ItemCodecs.UnmodeledMemberItem(), new UnmodeledMemberEntry(drift, NOON)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aDecodedItemIsItsValue(Sample<?> sample) {
    var stored = sample.read(sample.item());

    assertThat(stored.damage()).isEmpty();
    assertThat(stored.value()).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anAddedAttributeIsFound(Sample<?> sample) {
    var item = new HashMap<>(sample.item());
    item.put("note", AttributeValue.fromS("by hand"));

    assertThat(sample.read(item).damage())
        .hasValueSatisfying(why -> assertThat(why).contains("note"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRemovedAttributeIsFound(Sample<?> sample) {
    for (var name : sample.item().keySet()) {
      var item = new HashMap<>(sample.item());
      item.remove(name);

      if (!TableLayout.PARTITION_KEY.equals(name)
          && !TableLayout.SORT_KEY.equals(name)
          && !isVerifiedElsewhere(sample, name)) {
        assertThat(sample.read(item).damage()).as(name).isPresent();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anAttributeOfAnotherTypeIsFound(Sample<?> sample) {
    for (var name : sample.item().keySet()) {
      if (!name.equals("pk") && !name.equals("sk")) {
        var item = new HashMap<>(sample.item());
        item.put(name, AttributeValue.fromNs(List.of("1")));

        assertThat(sample.read(item).damage()).as(name).isPresent();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anyEditOfAnItemWithAChecksumOrChainHashIsFound(Sample<?> sample) {
    for (var name : sample.item().keySet()) {
      if (!(sample.value() instanceof ChangeEntry || isVerifiedElsewhere(sample, name))) {
        var item = new HashMap<>(sample.item());
        item.compute(name, (_, value) -> edited(value));
        var stored = sample.read(item);

        var found =
            switch (sample.value()) {
              case Head _,
                  Tombstone _,
                  ScopeEntry _,
                  UnmodeledMemberEntry _,
                  ReportEntry _,
                  Evidence _,
                  PendingJob _ ->
                  stored.damage().isPresent();
              case Revision _ -> stored.damage().isPresent() || !holds(stored.readable());
              default ->
                  stored.damage().isPresent()
                      || !stored.readable().equals(Optional.of(sample.value()));
            };
        assertThat(found).as(name).isTrue();
      }
    }
  }

  @Test
  void aNonCanonicalDocumentIsFound() {
    var item = new HashMap<>(new HeadItem(SCOPE).encode(HEAD));
    var spaced = HEAD.document().json().replace("\":", "\": ");
    item.put("document", AttributeValue.fromS(spaced));
    item.remove("seal");
    item.put("seal", AttributeValue.fromS(Checksum.of(item)));

    var stored = new HeadItem(SCOPE).read(item);

    assertThat(stored.value()).isEqualTo(HEAD);
    assertThat(stored.damage()).hasValueSatisfying(why -> assertThat(why).contains("document"));
  }

  @Test
  void aTimestampInAnotherFormatIsFound() {
    var item = new HashMap<>(new RevisionItem().encode(FIRST));
    item.put("observedAt", AttributeValue.fromS("2026-11-22T12:00:00Z"));

    assertThat(new RevisionItem().read(item).damage()).isPresent();
  }

  @Test
  void theLargestScopeItemIsUnderOneKilobyte() {
    var scope = new Scope("111122223333", "us-isof-south-1", Kind.APPLICATION_INFERENCE_PROFILE);

    var item = new ScopeItem().encode(largest(scope, "ü".repeat(5_000)));

    assertThat(item).hasSize(31);
    assertThat(ItemSize.of(item)).isLessThanOrEqualTo(1_024);
  }

  @Test
  void aReportOfAnyNumberOfFailuresFitsIntoAnItem() {
    var entry = ReportEntry.of(report(5_000), NOON);

    assertThat(entry.failures()).isEqualTo(5_000);
    assertThat(entry.report().failures()).hasSizeGreaterThan(1_000).hasSizeLessThan(5_000);
    assertThat(ItemSize.of(new ReportItem(SCOPE).encode(entry))).isLessThan(400 * 1_024);
  }

  @Test
  void schemaDriftOfAnyNameFitsIntoAKey() {
    var path = "ü".repeat(3_000);
    var one = new UnmodeledMember("Get", path, "string", "");
    var other = new UnmodeledMember("Get", path + "x", "string", "");

    assertThat(ItemKey.unmodeledMember(one)).isNotEqualTo(ItemKey.unmodeledMember(other));
    assertThat(ItemSize.of(ItemKey.unmodeledMember(one).attributes())).isLessThan(1_024);
    var item = new ItemCodecs.UnmodeledMemberItem().encode(new UnmodeledMemberEntry(one, NOON));
    assertThat(new ItemCodecs.UnmodeledMemberItem().read(item).value().member()).isEqualTo(one);
  }

  @Test
  void evidenceOfAnyLengthFitsIntoAnItemAndItsIdIntoAKey() {
    var arn = new Arn("arn:aws:bedrock:us-east-2:111122223333:imported-model/" + "m".repeat(840));
    var endless = Samples.endless(arn);
    var item = new EvidenceItem().encode(TextLimits.of(endless));

    assertThat(ItemSize.of(item)).isGreaterThan(200_000).isLessThan(400 * 1_024);
    assertThat(ItemSize.of(new ItemCodecs.PendingJobItem().encode(TextLimits.of(job(endless)))))
        .isLessThan(400 * 1_024);
    assertThat(ItemKey.evidence(TextLimits.of(endless)).sk().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(1_024);
    assertThat(TextLimits.of(Samples.attempt(arn, 0, "a"))).isEqualTo(Samples.attempt(arn, 0, "a"));
  }

  @Test
  void evidenceOfAnEarlierVersionIsUndamaged() {
    var item =
        DynamoJson.item(
            CanonicalJson.parse(
                """
                {"pk":{"S":"RESOURCE#arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/9qk2m7c4x1za"},
                "sk":{"S":"EVENT#2026-11-22T13:21:51.000Z#7f3e9a40-c2d1-4b86-8a57-0e1f2d3c4b5a"},
                "actor":{"S":"arn:aws:sts::111122223333:assumed-role/developer/bob"},
                "actorType":{"S":"AssumedRole"},
                "arn":{"S":"arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/9qk2m7c4x1za"},
                "at":{"S":"2026-11-22T13:21:51.000Z"},
                "errorCode":{"S":"AccessDenied"},"errorMessage":{"S":"not authorized"},
                "event":{"S":"DeleteInferenceProfile"},
                "eventId":{"S":"7f3e9a40-c2d1-4b86-8a57-0e1f2d3c4b5a"},
                "issuer":{"S":"arn:aws:iam::111122223333:role/developer"},"mfa":{"S":"true"},
                "requestId":{"S":"request-of-DeleteInferenceProfile"},
                "seal":{"S":"6a92292b8a0059fa96a084abaaa8ecb2a2655b718c944e25f97c9bfe64e7d1f8"},
                "sourceIp":{"S":"203.0.113.7"},"tags":{"S":"{}"},"userAgent":{"S":"aws-cli/2.31"}}
                """));

    var stored = new EvidenceItem().read(item);

    assertThat(stored.damage()).isEmpty();
    assertThat(stored.value().actor().session().mfa()).contains(true);
    assertThat(stored.value().actor().session().accessKeyId()).isEmpty();
  }

  @Test
  void idsThatAreCutToTheSameCharactersStayUnique() {
    var one = Samples.evidence(arn("p1"), 0, "e".repeat(3_000));
    var other = Samples.evidence(arn("p1"), 0, "e".repeat(3_001));

    assertThat(ItemKey.evidence(TextLimits.of(one)))
        .isNotEqualTo(ItemKey.evidence(TextLimits.of(other)));
  }

  private static PendingJob job(Evidence created) {
    return new PendingJob(created, Integer.MAX_VALUE, NOON, NOON);
  }

  @Test
  void aRevisionOfTheLargestSizeFitsIntoAnItem() {
    var tree = Samples.document("p1", "blue").tree();
    for (var i = 0; i < 4; i++) {
      tree.put("member" + i, "x".repeat(98_000));
    }
    var before = Samples.first(ScopeState.unknown(SCOPE), "p1");
    var sighting = new ObservedResource(arn("p1"), Document.of(tree), NOON);

    var revision = ChangeSets.updated(before.after(1), sighting).revision();

    assertThat(ItemSize.of(new RevisionItem().encode(revision)))
        .isGreaterThan(392_000)
        .isLessThan(400 * 1_024);
  }

  /** What is verified against heads and tombstones has no checksum. */
  private static boolean isVerifiedElsewhere(Sample<?> sample, String name) {
    return sample.value() instanceof ScopeEntry
        && Set.of(
                TableLayout.GENERATION,
                TableLayout.REVISIONS,
                TableLayout.DIGEST,
                TableLayout.CHANGE_DAYS)
            .contains(name);
  }

  private static boolean holds(Optional<?> revision) {
    return revision
        .map(Revision.class::cast)
        .filter(read -> Chain.hash(read).equals(read.chainHash()))
        .isPresent();
  }

  private static AttributeValue edited(AttributeValue value) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(edited(value.s()));
      case N -> AttributeValue.fromN(Long.toString(Long.parseLong(value.n()) + 1));
      case BOOL -> AttributeValue.fromBool(!value.bool());
      case L -> AttributeValue.fromL(value.l().subList(1, value.l().size()));
      case B, SS, NS, BS, M, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("type " + value.type());
    };
  }

  /** Replaces the last letter or digit. */
  private static String edited(String text) {
    for (var i = text.length() - 1; i >= 0; i--) {
      var c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return text.substring(0, i) + (c == '4' ? '5' : '4') + text.substring(i + 1);
      }
    }
    return text + " ";
  }

  private static SweepReport report(int failures) {
    var failure =
        new Failure(Reason.DENIED, "ListTagsForResource", Optional.of(arn("p1")), "not allowed");
    return new SweepReport(
        SCOPE,
        NOON,
        Outcome.PARTIAL,
        true,
        Collections.nCopies(failures, failure),
        4,
        Map.of(ChangeKind.CREATED, 2),
        1,
        5,
        true,
        Map.of("ListInferenceProfiles", 1),
        new Consumed(1.5, 22),
        1_234);
  }

  private static ScopeEntry planned() {
    var state = ScopeState.unknown(SCOPE);
    return new ScopeEntry(state, Optional.empty(), Optional.empty());
  }

  private static ScopeEntry largest(Scope scope, String probed) {
    var instant = Optional.of(Instant.parse("2026-11-22T12:34:56.789Z"));
    return new ScopeEntry(
        new ScopeState(
            scope,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Optional.of("d".repeat(64)),
            instant.map(ChangeDays::of),
            instant,
            instant,
            instant,
            instant,
            instant,
            Optional.of(Outcome.COMPLETE),
            Optional.of(Reason.UNAVAILABLE),
            Optional.of(probed),
            true,
            Optional.of("e".repeat(64))),
        Optional.of(
            new ScopeEntry.Figures(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE)),
        instant);
  }

  private static Revision odd(Revision base) {
    var fields =
        List.of(
            new FieldChange(
                "/tags/a~1b",
                FieldChange.Op.REPLACE,
                Optional.of(NullNode.getInstance()),
                Optional.of(CanonicalJson.parse("12345678901234567890.5"))),
            new FieldChange(
                "/x",
                FieldChange.Op.ADD,
                Optional.empty(),
                Optional.of(CanonicalJson.parse("{}"))));
    return new Revision(
        base.arn(),
        9_999_999_999L,
        base.change(),
        base.observedAt(),
        base.document(),
        fields,
        base.proofs(),
        base.contentHash(),
        base.previousHash(),
        base.chainHash());
  }
}
