package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process whose clock differs from the dates of AWS's responses records nothing. */
final class ClockTest {
  @AutoClose private final Ohio ohio = new Ohio();

  @ParameterizedTest
  @CsvSource({"7, ahead of", "-7, behind"})
  void anObservationWithAClockThatIsOffByMoreThanFiveMinutesIsRefused(int minutes, String side) {
    ohio.place.createProfile("alpha", Map.of());

    assertThat(observe(Duration.ofMinutes(minutes)))
        .isInstanceOfSatisfying(
            Observation.Refused.class,
            refused -> {
              assertThat(refused.failure().reason()).isEqualTo(Reason.CLOCK);
              assertThat(refused.failure().message()).contains(side).containsPattern("4[12]\\d s");
            });
  }

  @ParameterizedTest
  @CsvSource({"4", "-4"})
  void aClockThatDiffersByLessIsBelieved(int minutes) {
    ohio.place.createProfile("alpha", Map.of());

    assertThat(observe(Duration.ofMinutes(minutes))).isInstanceOf(Observation.Read.class);
  }

  @Test
  void neitherARefreshNorADeniedCallBelievesAWrongClock() {
    var arn = new Arn(ohio.place.createProfile("a", Map.of()).arn());
    ohio.fault("GetInferenceProfile", Fault.deny());

    var result =
        source(Duration.ofHours(1)).detail(Ohio.scope(Kind.APPLICATION_INFERENCE_PROFILE), arn);

    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Failed.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.CLOCK));
  }

  private Observation observe(Duration ahead) {
    return source(ahead)
        .observe(ScopeState.unknown(Ohio.scope(Kind.APPLICATION_INFERENCE_PROFILE)), Deadline.NONE);
  }

  private BedrockSource source(Duration ahead) {
    return ohio.sourceWithClock(InstantSource.offset(InstantSource.system(), ahead));
  }
}
