package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PacerTest {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T14:20:00Z");

  @Test
  void inAnySecondAtMostSoManyCallsBegin() {
    var pacer = pacer(5);
    var begun = new ArrayList<Instant>();

    for (var i = 0; i < 23; i++) {
      now = now.plusMillis(30);
      pacer.await();
      begun.add(now);
    }

    for (var i = 5; i < begun.size(); i++) {
      assertThat(Duration.between(begun.get(i - 5), begun.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(pauses).hasSize(4);
  }

  @Test
  void slowCallersNeverWait() {
    var pacer = pacer(5);

    for (var i = 0; i < 20; i++) {
      pacer.await();
      now = now.plusMillis(200);
    }

    assertThat(pauses).isEmpty();
  }

  @Test
  void aRetryTakesTheTurnOfALaterCall() {
    var pacer = pacer(2);

    pacer.await();
    pacer.count();
    pacer.await();

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aClockSetBackStopsNoCall() {
    var pacer = pacer(1);
    pacer.await();
    now = now.minus(Duration.ofDays(1));

    pacer.await();
    pacer.await();

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void anInterruptEndsTheWaitingAndStaysSet() {
    var pacer =
        new Pacer(
            1,
            () -> now,
            duration -> {
              throw new InterruptedException();
            });

    pacer.await();
    pacer.await();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void noCallASecondIsRefused() {
    assertThatThrownBy(() -> pacer(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 calls a second allow no call; specify at least 1");
  }

  @Test
  void anAccountAndRegionHasOnePacer() {
    var pacers = new Pacers(5, () -> now, pauses::add);

    assertThat(pacers.pacer("111122223333", "us-east-2"))
        .isSameAs(pacers.pacer("111122223333", "us-east-2"))
        .isNotSameAs(pacers.pacer("111122223333", "us-west-2"))
        .isNotSameAs(pacers.pacer("444455556666", "us-east-2"));
  }

  private Pacer pacer(int callsASecond) {
    return new Pacer(
        callsASecond,
        () -> now,
        duration -> {
          pauses.add(duration);
          now = now.plus(duration);
        });
  }
}
