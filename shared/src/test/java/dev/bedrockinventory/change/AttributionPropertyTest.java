package dev.bedrockinventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the attribution with the same rules, each event applied to every revision. */
final class AttributionPropertyTest {
  private static final Arn PROFILE =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/p1");

  @Test
  void everyEventBelongsToTheRevisionThatTheRulesName() {
    for (var seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var life =
          RandomLife.of(
              random, PROFILE, random.nextInt(1, 9), random.nextInt(12), random.nextInt(1, 8));

      assertThat(Attribution.of(life.revisions(), life.evidence()))
          .as("seed %d", seed)
          .isEqualTo(new Rules(life).result());
    }
  }

  @Test
  void eachSuccessfulEventBeforeTheLastRevisionIsShownOnce() {
    for (var seed = 0; seed < 2_000; seed++) {
      var life = RandomLife.of(new Random(seed), PROFILE, 6, 20, 10);
      var last = second(life.revisions().getLast().observedAt());

      assertThat(
              Attribution.of(life.revisions(), life.evidence()).values().stream()
                  .flatMap(
                      events -> Stream.concat(events.who().stream(), events.alsoSeen().stream()))
                  .filter(event -> event.at().isBefore(last)))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              life.evidence().stream()
                  .filter(event -> event.isSuccessful() && event.at().isBefore(last))
                  .toList());
    }
  }

  /** Eight thousand comparisons of each event with each other one would take minutes. */
  @Test
  void thousandsOfEventsAndRevisionsAreAttributed() {
    var life = RandomLife.of(new Random(1), PROFILE, 8_000, 8_000, 80_000);

    var events = Attribution.of(life.revisions(), life.evidence());

    assertThat(events.values().stream().mapToInt(one -> one.who().size()).sum())
        .isBetween(1_000, 8_000);
  }

  /** The documented rules, in their order and without any index. */
  private record Rules(RandomLife life) {
    SortedMap<Long, RevisionEvents> result() {
      var found = new TreeMap<Long, RevisionEvents>();
      for (var event : successful()) {
        var cause = cause(event);
        cause
            .or(() -> next(event))
            .ifPresent(revision ->
                found.merge(
                    revision.number(),
                    cause.isPresent()
                        ? new RevisionEvents(List.of(event), List.of())
                        : new RevisionEvents(List.of(), List.of(event)),
                    Rules::joined));
      }
      return found;
    }

    private static RevisionEvents joined(RevisionEvents first, RevisionEvents second) {
      var who = new ArrayList<>(first.who());
      who.addAll(second.who());
      var alsoSeen = new ArrayList<>(first.alsoSeen());
      alsoSeen.addAll(second.alsoSeen());
      return new RevisionEvents(who, alsoSeen);
    }

    private Optional<Revision> cause(Evidence event) {
      if (event.isDeletion()) {
        return first(one ->
            !second(one.observedAt()).isBefore(event.at()) && one.change() == ChangeKind.DELETED);
      }
      return first(one -> isInItsSecond(event, one) && isExact(event, one))
          .or(() -> next(event).filter(one -> isExact(event, one) && isLast(event, one)))
          .or(() -> first(one -> isInItsSecond(event, one) && isPart(event, one)))
          .or(() -> next(event).filter(one -> isExact(event, one) || isPart(event, one)));
    }

    private boolean isLast(Evidence event, Revision next) {
      return successful().stream()
          .filter(other -> other.at().isAfter(event.at()))
          .filter(other -> !other.at().isAfter(second(next.observedAt())))
          .noneMatch(other -> isExact(other, next));
    }

    private Optional<Revision> next(Evidence event) {
      return first(one -> second(one.observedAt()).isAfter(event.at()));
    }

    private Optional<Revision> first(Predicate<Revision> which) {
      return life.revisions().stream().filter(which).findFirst();
    }

    private List<Evidence> successful() {
      return life.evidence().stream().filter(Evidence::isSuccessful).sorted().toList();
    }

    private static boolean isInItsSecond(Evidence event, Revision revision) {
      return second(revision.observedAt()).equals(event.at());
    }

    private static boolean isExact(Evidence event, Revision revision) {
      if (event.isDeletion()) {
        return revision.change() == ChangeKind.DELETED;
      }
      if (event.isCreation() || isBirth(revision)) {
        return isBirth(revision)
            && (event.isCreation() || shownTags(event, revision) == event.tags().size())
            && (event.isCreation() || !event.tags().isEmpty());
      }
      return fields(event, revision).anyMatch(field -> after(field).equals(value(event, field)));
    }

    private static boolean isPart(Evidence event, Revision revision) {
      if (event.isDeletion() || event.isCreation()) {
        return false;
      }
      return isBirth(revision)
          ? shownTags(event, revision) > 0
          : fields(event, revision)
              .anyMatch(field ->
                  after(field).equals(value(event, field))
                      || !field.before().map(node -> node.asText()).equals(value(event, field)));
    }

    private static boolean isBirth(Revision revision) {
      return revision.number() == 1 || revision.change() == ChangeKind.CREATED;
    }

    private static long shownTags(Evidence event, Revision revision) {
      return event.tags().entrySet().stream()
          .filter(tag ->
              tag.getValue()
                  .filter(revision.document().tags().path(tag.getKey()).asText()::equals)
                  .isPresent())
          .count();
    }

    private static Stream<FieldChange> fields(Evidence event, Revision revision) {
      return revision.fields().stream()
          .filter(field -> event.tags().containsKey(field.path().replaceFirst("^/tags/", "")));
    }

    private static Optional<String> value(Evidence event, FieldChange field) {
      return event.tags().getOrDefault(field.path().replaceFirst("^/tags/", ""), Optional.empty());
    }

    private static Optional<String> after(FieldChange field) {
      return field.after().map(node -> node.asText());
    }
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
