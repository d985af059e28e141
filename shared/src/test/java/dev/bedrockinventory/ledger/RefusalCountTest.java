package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.RefusedCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Of the refused calls of a principal on a day, the first hundred are stored, all are counted. */
final class RefusalCountTest {
  private static final Arn ARN =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/3yh6w4d8j7j3");
  private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-22T23:59:59Z");
  private static final Actor ALICE = Actors.user("arn:aws:iam::111122223333:user/alice");

  private final MemoryStore store = new MemoryStore();
  private final StoredLedger ledger = store.ledger();

  @Test
  void theFirstHundredAreStoredAndTheOthersAreCounted() {
    refuse(ALICE, MORNING, 0, 340);

    assertThat(stored()).hasSize(RefusalCount.STORED);
    assertThat(store.reader().attempts(MORNING)).hasSize(RefusalCount.STORED);
    assertThat(counts())
        .containsExactly(
            new RefusalCount(
                ALICE.arn(), LocalDate.parse("2026-11-22"), 340, MORNING.plusSeconds(339)));
    assertThat(counts().getFirst().words())
        .isEqualTo(
            "2026-11-22: 340 refused calls of arn:aws:iam::111122223333:user/alice, of which the"
                + " first 100 are stored");
  }

  @Test
  void aStoredCallIsCountedOnceHoweverOftenItsMessageComes() {
    refuse(ALICE, MORNING, 0, 100);
    refuse(ALICE, MORNING, 0, 100);
    refuse(ALICE, MORNING, 50, 100);

    assertThat(stored()).hasSize(100);
    assertThat(counts()).extracting(RefusalCount::calls).containsExactly(100L);
  }

  @Test
  void anotherPrincipalAndAnotherDayHaveACountOfTheirOwn() {
    refuse(ALICE, EVENING, 0, 150);
    refuse(Actors.session("developer", "bob"), MORNING, 1_000, 1_060);
    refuse(Actors.session("developer", "carol"), MORNING, 2_000, 2_060);

    assertThat(counts())
        .extracting(RefusalCount::principal, RefusalCount::calls)
        .containsExactlyInAnyOrder(
            tuple(ALICE.arn(), 1L),
            tuple(ALICE.arn(), 149L),
            tuple("arn:aws:iam::111122223333:role/developer", 120L));
  }

  @Test
  void successfulCallsAreStoredHoweverManyThereAre() {
    refuse(ALICE, MORNING, 0, 100);
    IntStream.range(200, 350).forEach(i -> ledger.save(call(ALICE, MORNING, i, false)));

    assertThat(stored().stream().filter(Evidence::isSuccessful)).hasSize(150);
    assertThat(counts()).extracting(RefusalCount::calls).containsExactly(100L);
  }

  @Test
  void callsThatAreSavedAtTheSameTimeAreAllCounted() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> refuse(ALICE, MORNING, i * 50, i * 50 + 50)))
              .toList();
      for (var one : done) {
        one.get();
      }
    }

    assertThat(counts()).extracting(RefusalCount::calls).containsExactly(400L);
    assertThat(stored()).hasSize(100);
  }

  @Test
  void aDamagedCountLimitsNothingAndIsLeftToVerification() {
    refuse(ALICE, MORNING, 0, 100);
    var key = ItemKey.refusals(LocalDate.parse("2026-11-22"), ALICE.arn());
    store.set(key, RefusalCountItem.CALLS, AttributeValue.fromN("1000000"));
    var damaged = store.get(key);

    refuse(ALICE, MORNING, 100, 120);

    assertThat(stored()).hasSize(120);
    assertThat(store.get(key)).isEqualTo(damaged);
  }

  @Test
  void theEndOfAnImportIsStoredHoweverOftenItsCallerWasRefused() {
    refuse(ALICE, MORNING, 0, 150);
    var job = new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/k2v7q9w4n1xc");

    store.ledger().save(call(job, ALICE, MORNING, 500, true));

    assertThat(store.reader().evidence(job)).hasSize(1);
    assertThat(store.reader().attempts(MORNING)).hasSize(101);
    assertThat(counts()).extracting(RefusalCount::calls).containsExactly(150L);
  }

  @Test
  void onlyCountsWithCallsThatAreNotStoredAreShown() {
    refuse(ALICE, MORNING, 0, 101);
    refuse(Actors.session("developer", "bob"), MORNING, 1_000, 1_100);
    var calls = new RefusedCalls(store.reader());

    assertThat(calls.notStored(Period.ALWAYS))
        .extracting(RefusalCount::principal)
        .containsExactly(ALICE.arn());
    assertThat(
            calls.notStored(new Period(Optional.of(MORNING.plusSeconds(90)), Optional.of(EVENING))))
        .hasSize(1);
    assertThat(calls.notStored(new Period(Optional.of(EVENING), Optional.empty()))).isEmpty();
    assertThat(
            calls.notStored(
                new Period(Optional.empty(), Optional.of(MORNING.minusSeconds(30_000)))))
        .isEmpty();
  }

  private List<Evidence> stored() {
    return store.reader().evidence(ARN).map(StoredItem::value).toList();
  }

  private List<RefusalCount> counts() {
    return store.reader().refusalCounts(Instant.EPOCH).map(StoredItem::value).toList();
  }

  /** Saves calls of one second each after another. */
  private void refuse(Actor actor, Instant start, int from, int end) {
    IntStream.range(from, end).forEach(i -> store.ledger().save(call(actor, start, i, true)));
  }

  private static Evidence call(Actor actor, Instant start, int number, boolean isRefused) {
    return call(ARN, actor, start, number, isRefused);
  }

  private static Evidence call(Arn arn, Actor actor, Instant start, int number, boolean isRefused) {
    return new Evidence(
        arn,
        "event-" + number,
        "TagResource",
        start.plusSeconds(number % 1_000),
        actor,
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        isRefused
            ? Optional.of(new Evidence.Refusal("AccessDenied", "not authorized"))
            : Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
