package dev.bedrockinventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule by which events are joined with revisions; texts name seconds after noon. */
final class AttributionTest {
  private static final Arn PROFILE =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/p1");

  @Test
  void aRevisionHasTheEventsSinceTheOneBefore() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.500", "team", "owner", "x"));

    assertThat(
            who(revisions, tag("alice", 3, "team"), tag("bob", 9, "owner"), tag("carol", 1, "x")))
        .isEqualTo(Map.of(2L, List.of("carol", "alice", "bob")));
  }

  @Test
  void whoTagsWithoutEffectIsSeenButIsNotWhoOfTheNextChange() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.500", "team"));
    var events = new Evidence[] {tag("alice", 3, "team"), tag("carol", 1, "owner")};

    assertThat(who(revisions, events)).isEqualTo(Map.of(2L, List.of("alice")));
    assertThat(alsoSeen(revisions, events)).isEqualTo(Map.of(2L, List.of("carol")));
  }

  @Test
  void whoRepeatsATagsValueIsNotWhoOfItsNextChange() {
    var revisions = List.of(baseline(1, "00.000"), replaced(2, "40.000", "team", "red", "blue"));
    var events =
        new Evidence[] {puts("carol", 1, "team", "red"), puts("alice", 30, "team", "green")};

    assertThat(who(revisions, events)).isEqualTo(Map.of(2L, List.of("alice")));
    assertThat(alsoSeen(revisions, events)).isEqualTo(Map.of(2L, List.of("carol")));
  }

  @Test
  void everyTagEventMayExplainARevisionThatDoesNotShowWhichTagsChanged() {
    var hidden = tagsReplaced(2, "40.000");

    assertThat(who(List.of(baseline(1, "00.000"), hidden), puts("alice", 1, "team", "red")))
        .isEqualTo(Map.of(2L, List.of("alice")));
  }

  @Test
  void aTagThatIsOverwrittenBeforeTheFirstRevisionIsOnlySeen() {
    var born =
        revision(1, ChangeKind.CREATED, "40.000", new Document("{\"tags\":{\"team\":\"red\"}}"));
    var events =
        new Evidence[] {
          call("alice", 1, "CreateInferenceProfile"),
          puts("bob", 2, "team", "blue"),
          puts("carol", 3, "team", "red")
        };

    assertThat(who(List.of(born), events)).isEqualTo(Map.of(1L, List.of("alice", "carol")));
    assertThat(alsoSeen(List.of(born), events)).isEqualTo(Map.of(1L, List.of("bob")));
  }

  @Test
  void whoSetsOneOfTheTagsThatTheFirstRevisionShowsIsItsWho() {
    var born =
        revision(1, ChangeKind.CREATED, "40.000", new Document("{\"tags\":{\"team\":\"red\"}}"));
    var both =
        event(
            "bob",
            2,
            "TagResource",
            "both",
            Map.of("team", Optional.of("red"), "owner", Optional.of("x")));

    assertThat(who(List.of(born), both)).isEqualTo(Map.of(1L, List.of("bob")));
  }

  @Test
  void aCreationOrDeletionThatNoRevisionShowsIsSeenWithTheNext() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.000", "team"));
    var events =
        new Evidence[] {
          call("alice", 5, "CreateInferenceProfile"), call("bob", 6, "DeleteInferenceProfile")
        };

    assertThat(who(revisions, events)).isEmpty();
    assertThat(alsoSeen(revisions, events)).isEqualTo(Map.of(2L, List.of("alice", "bob")));
  }

  @Test
  void eventsBeforeTheFirstRevisionBelongToIt() {
    var revisions = List.of(baseline(1, "30.000"), tagged(2, "40.000", "team"));

    assertThat(who(revisions, call("alice", 5, "CreateInferenceProfile")))
        .isEqualTo(Map.of(1L, List.of("alice")));
  }

  @Test
  void anEventThatArrivesLateIsPlacedByItsOwnTime() {
    var revisions =
        List.of(baseline(1, "00.000"), tagged(2, "10.000", "team"), tagged(3, "20.000", "team"));

    assertThat(who(revisions, tag("bob", 15, "team"), tag("alice", 5, "team")))
        .isEqualTo(Map.of(2L, List.of("alice"), 3L, List.of("bob")));
  }

  @Test
  void eventsAfterTheLastRevisionBelongToNone() {
    assertThat(who(List.of(baseline(1, "00.000")), tag("alice", 1, "team"))).isEmpty();
    assertThat(alsoSeen(List.of(baseline(1, "00.000")), tag("alice", 1, "team"))).isEmpty();
  }

  @Test
  void withoutEventsNobodyIsNamed() {
    assertThat(who(List.of(baseline(1, "00.000"), tagged(2, "10.000", "team")))).isEmpty();
    assertThat(who(List.of(), tag("alice", 1, "team"))).isEmpty();
  }

  @Test
  void aRefusedCallBelongsToNoRevision() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.000", "team"));
    var refused = refused(tag("bob", 5, "team"));

    assertThat(who(revisions, refused)).isEmpty();
    assertThat(alsoSeen(revisions, refused)).isEmpty();
    assertThat(who(revisions, refused, tag("alice", 5, "team")))
        .isEqualTo(Map.of(2L, List.of("alice")));
  }

  @Test
  void inTheSameSecondATagEventBelongsToTheRevisionThatHasItsKeyAmongItsFields() {
    var revisions =
        List.of(
            baseline(1, "00.000"), tagged(2, "10.100", "team"), tagged(3, "10.900", "cost/center"));

    assertThat(who(revisions, tag("alice", 10, "team"), tag("bob", 10, "cost/center")))
        .isEqualTo(Map.of(2L, List.of("alice"), 3L, List.of("bob")));
  }

  @Test
  void inTheSameSecondATagEventThatTheRevisionDoesNotShowBelongsToTheNext() {
    var revisions =
        List.of(baseline(1, "00.000"), tagged(2, "10.900", "team"), tagged(3, "13.000", "owner"));

    assertThat(who(revisions, tag("alice", 10, "team"), tag("bob", 10, "owner")))
        .isEqualTo(Map.of(2L, List.of("alice"), 3L, List.of("bob")));
  }

  @Test
  void inTheSameSecondAsTheLastRevisionAnEventThatItDoesNotShowBelongsToNone() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.900", "team"));

    assertThat(who(revisions, tag("bob", 10, "owner"))).isEmpty();
    assertThat(alsoSeen(revisions, tag("bob", 10, "owner"))).isEmpty();
  }

  @Test
  void peopleWhoTagWithinOneSecondAllAppear() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.900", "team", "owner"));

    assertThat(
            who(
                revisions,
                tag("alice", 10, "team"),
                tag("bob", 10, "owner"),
                tag("carol", 10, "team")))
        .isEqualTo(Map.of(2L, List.of("alice", "bob", "carol")));
  }

  @Test
  void aTagThatIsAPartOfAnothersPathIsNotTakenForIt() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.900", "team/lead"));

    assertThat(who(revisions, tag("bob", 10, "team"))).isEmpty();
    assertThat(who(revisions, tag("bob", 10, "team/lead"))).isEqualTo(Map.of(2L, List.of("bob")));
  }

  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  void inTheSameSecondADeletionExplainsOnlyADeletion(ChangeKind change) {
    var revisions = List.of(baseline(1, "00.000"), revision(2, change, "10.900"));

    var found = who(revisions, call("alice", 10, "DeleteInferenceProfile"));

    assertThat(found.containsKey(2L)).isEqualTo(change == ChangeKind.DELETED);
  }

  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  void aCreationExplainsOnlyACreation(ChangeKind change) {
    var revisions = List.of(baseline(1, "00.000"), revision(2, change, "10.900"));

    assertThat(who(revisions, call("alice", 10, "CreateInferenceProfile")).containsKey(2L))
        .isEqualTo(change == ChangeKind.CREATED);
    assertThat(who(revisions, call("alice", 5, "CreateInferenceProfile")).containsKey(2L))
        .isEqualTo(change == ChangeKind.CREATED);
  }

  @Test
  void whatIsCreatedBeforeTheFirstCompleteObservationHasItsCreator() {
    var revisions = List.of(baseline(1, "10.900"), tagged(2, "50.000", "team"));

    assertThat(who(revisions, call("alice", 10, "CreateInferenceProfile"), tag("bob", 49, "team")))
        .isEqualTo(Map.of(1L, List.of("alice"), 2L, List.of("bob")));
  }

  @Test
  void aDeletionThatALateReadingOverlooksBelongsToTheDeletion() {
    var revisions =
        List.of(
            baseline(1, "00.000"),
            tagged(2, "11.000", "team"),
            revision(3, ChangeKind.DELETED, "20.000"));

    assertThat(who(revisions, call("alice", 10, "DeleteInferenceProfile")))
        .isEqualTo(Map.of(3L, List.of("alice")));
  }

  @Test
  void whoRepeatsTheTagsOfACreationAndAddsOneBelongsToWhatShowsIt() {
    var born =
        revision(1, ChangeKind.CREATED, "10.100", new Document("{\"tags\":{\"team\":\"red\"}}"));
    var again =
        event(
            "bob",
            10,
            "TagResource",
            "again",
            Map.of("team", Optional.of("red"), "owner", Optional.of("x")));

    assertThat(who(List.of(born, put(2, "11.000", "owner", "x")), again))
        .isEqualTo(Map.of(2L, List.of("bob")));
  }

  @Test
  void aWholeLifeInOneSecondIsDistinguished() {
    var revisions =
        List.of(
            revision(1, ChangeKind.CREATED, "10.100"),
            tagged(2, "10.300", "team"),
            revision(3, ChangeKind.DELETED, "10.700"));

    assertThat(
            who(
                revisions,
                call("carol", 10, "DeleteInferenceProfile"),
                call("alice", 10, "CreateInferenceProfile"),
                tag("bob", 10, "team")))
        .isEqualTo(Map.of(1L, List.of("alice"), 2L, List.of("bob"), 3L, List.of("carol")));
  }

  @Test
  void anEventBelongsToOneRevisionOnly() {
    var revisions =
        List.of(baseline(1, "00.000"), tagged(2, "10.100", "team"), tagged(3, "10.200", "team"));

    assertThat(who(revisions, tag("alice", 10, "team"))).isEqualTo(Map.of(2L, List.of("alice")));
  }

  @Test
  void eventsOfOneRevisionAreInTheOrderOfTimeAndThenOfTheirIds() {
    var revisions = List.of(baseline(1, "00.000"), tagged(2, "10.000", "team"));
    var second = event("bob", 5, "TagResource", "id-2", "team");
    var first = event("alice", 5, "TagResource", "id-1", "team");
    var earlier = event("carol", 4, "TagResource", "id-3", "team");

    assertThat(who(revisions, second, first, earlier))
        .isEqualTo(Map.of(2L, List.of("carol", "alice", "bob")));
  }

  @Test
  void whatIsUndoneInTheSameSecondBelongsToTheRevisionThatShowsItGone() {
    var revisions =
        List.of(
            baseline(1, "00.000"), put(2, "10.200", "team", "red"), tagged(3, "11.100", "team"));

    assertThat(who(revisions, puts("alice", 10, "team", "red"), untag("bob", 10, "team")))
        .isEqualTo(Map.of(2L, List.of("alice"), 3L, List.of("bob")));
  }

  @Test
  void anotherValueInTheSameSecondBelongsToTheRevisionThatShowsIt() {
    var revisions =
        List.of(
            baseline(1, "00.000"),
            put(2, "10.200", "team", "red"),
            put(3, "11.100", "team", "blue"));

    assertThat(who(revisions, puts("bob", 10, "team", "blue"), puts("alice", 10, "team", "red")))
        .isEqualTo(Map.of(2L, List.of("alice"), 3L, List.of("bob")));
  }

  @Test
  void aBurstOverOneTagBelongsToTheRevisionThatShowsItsEnd() {
    var revisions =
        List.of(
            baseline(1, "00.000"),
            put(2, "10.900", "team", "blue"),
            put(3, "30.000", "team", "red"));

    assertThat(
            who(
                revisions,
                puts("alice", 10, "team", "red"),
                puts("bob", 10, "team", "blue"),
                puts("carol", 29, "team", "red")))
        .as("alice's value comes back, but carol put it")
        .isEqualTo(Map.of(2L, List.of("alice", "bob"), 3L, List.of("carol")));
  }

  @Test
  void whatIsTaggedInTheSecondOfItsCreationIsSeenForTheFirstTimeWithItsTag() {
    var born =
        revision(1, ChangeKind.CREATED, "10.900", new Document("{\"tags\":{\"team\":\"red\"}}"));

    assertThat(
            who(
                List.of(born),
                call("alice", 10, "CreateInferenceProfile"),
                puts("bob", 10, "team", "red"),
                puts("carol", 10, "team", "blue")))
        .isEqualTo(Map.of(1L, List.of("alice", "bob")));
  }

  private static Map<Long, List<String>> who(List<Revision> revisions, Evidence... evidence) {
    return callers(revisions, evidence, RevisionEvents::who);
  }

  private static Map<Long, List<String>> alsoSeen(List<Revision> revisions, Evidence... evidence) {
    return callers(revisions, evidence, RevisionEvents::alsoSeen);
  }

  private static Map<Long, List<String>> callers(
      List<Revision> revisions,
      Evidence[] evidence,
      Function<RevisionEvents, List<Evidence>> events) {
    return Attribution.of(revisions, List.of(evidence)).entrySet().stream()
        .filter(entry -> !events.apply(entry.getValue()).isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    events.apply(entry.getValue()).stream()
                        .map(event -> event.actor().arn())
                        .toList()));
  }

  private static Evidence tag(String actor, int second, String... keys) {
    return event(actor, second, "TagResource", "tag-" + actor, keys);
  }

  private static Evidence puts(String actor, int second, String key, String value) {
    return event(actor, second, "TagResource", "tag-" + actor, Map.of(key, Optional.of(value)));
  }

  private static Evidence untag(String actor, int second, String key) {
    return event(actor, second, "UntagResource", "untag-" + actor, Map.of(key, Optional.empty()));
  }

  private static Evidence call(String actor, int second, String event) {
    return event(actor, second, event, "call-" + actor);
  }

  private static Evidence event(
      String actor, int second, String event, String eventId, String... keys) {
    return event(
        actor,
        second,
        event,
        eventId,
        Arrays.stream(keys).collect(Collectors.toMap(key -> key, _ -> Optional.empty())));
  }

  private static Evidence event(
      String actor, int second, String event, String eventId, Map<String, Optional<String>> tags) {
    return new Evidence(
        PROFILE,
        eventId,
        event,
        Instant.parse("2026-11-22T12:00:00Z").plusSeconds(second),
        Actors.user(actor),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        tags);
  }

  private static Evidence refused(Evidence evidence) {
    return evidence.ofFailure(new Refusal("AccessDenied", "not authorized"));
  }

  private static Revision baseline(long number, String second) {
    return revision(number, ChangeKind.BASELINE, second);
  }

  private static Revision tagged(long number, String second, String... keys) {
    return revision(number, ChangeKind.UPDATED, second, keys);
  }

  private static Revision put(long number, String second, String key, String value) {
    return updated(
        number,
        second,
        new FieldChange(
            "/tags/" + key,
            FieldChange.Op.ADD,
            Optional.empty(),
            Optional.of(TextNode.valueOf(value))));
  }

  private static Revision replaced(
      long number, String second, String key, String before, String after) {
    return updated(
        number,
        second,
        new FieldChange(
            "/tags/" + key,
            FieldChange.Op.REPLACE,
            Optional.of(TextNode.valueOf(before)),
            Optional.of(TextNode.valueOf(after))));
  }

  private static Revision tagsReplaced(long number, String second) {
    return updated(
        number,
        second,
        new FieldChange("/tags", FieldChange.Op.REPLACE, Optional.empty(), Optional.empty()));
  }

  private static Revision updated(long number, String second, FieldChange field) {
    return revision(number, ChangeKind.UPDATED, second, new Document("{}"), List.of(field));
  }

  private static Revision revision(
      long number, ChangeKind change, String second, Document document) {
    return revision(number, change, second, document, List.of());
  }

  private static Revision revision(
      long number, ChangeKind change, String second, String... tagKeys) {
    var fields =
        Arrays.stream(tagKeys)
            .map(key ->
                new FieldChange(
                    "/tags/" + key.replace("/", "~1"),
                    FieldChange.Op.REMOVE,
                    Optional.empty(),
                    Optional.empty()))
            .toList();
    return revision(number, change, second, new Document("{}"), fields);
  }

  private static Revision revision(
      long number, ChangeKind change, String second, Document document, List<FieldChange> fields) {
    return new Revision(
        PROFILE,
        number,
        change,
        Instant.parse("2026-11-22T12:00:%sZ".formatted(second)),
        document,
        fields,
        Proofs.NONE,
        "",
        "",
        "");
  }
}
