package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests how many attempts are found, and how much evidence is read for them. */
final class RecentAttemptsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void attemptsAreReturnedOldestFirst() {
    var found = RecentAttempts.newest(Stream.of(refused(9), successful(8), refused(7)));

    assertThat(found.attempts()).containsExactly(refused(7), refused(9));
    assertThat(found.since()).isEmpty();
  }

  @Test
  void ofManyAttemptsTheNewestAreReturnedWithTheTimeSinceWhichTheyAreComplete() {
    var read = new AtomicInteger();

    var found = RecentAttempts.newest(refused().peek(_ -> read.incrementAndGet()));

    assertThat(found.attempts()).hasSize(100).endsWith(refused(5_000));
    assertThat(found.since()).hasValue(refused(4_901).at());
    assertThat(read).hasValue(101);
  }

  @Test
  void ofExactlyAsManyAttemptsNoneIsMissing() {
    var found = RecentAttempts.newest(refused().limit(100));

    assertThat(found.attempts()).hasSize(100);
    assertThat(found.since()).isEmpty();
  }

  @Test
  void amongManySuccessfulEventsTheSearchEndsWithoutReadingAll() {
    var events =
        Stream.concat(
            IntStream.range(0, 1_000).mapToObj(i -> successful(9_000 - i)), refused().limit(1));

    var found = RecentAttempts.newest(events);

    assertThat(found.attempts()).isEmpty();
    assertThat(found.since()).hasValue(successful(8_001).at());
  }

  @Test
  void allAttemptsAreReturnedIfAllAreRequested() {
    var found = RecentAttempts.all(Stream.concat(Stream.of(successful(1)), refused()));

    assertThat(found.attempts()).hasSize(5_000);
    assertThat(found.since()).isEmpty();
  }

  private static Stream<Evidence> refused() {
    return IntStream.range(0, 5_000).mapToObj(i -> refused(5_000 - i));
  }

  private static Evidence refused(int second) {
    return successful(second).ofFailure(new Evidence.Refusal("AccessDenied", "not authorized"));
  }

  private static Evidence successful(int second) {
    return new Evidence(
        ExampleHistory.SEARCH,
        "event-" + second,
        "TagResource",
        NOON.plusSeconds(second),
        Actors.user("alice"),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
