package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The used share of a quota is counted by account, region and kind. */
final class QuotaUseTest {
  @Test
  void theDefaultsHaveADayAndASource() {
    var quotas = Quotas.defaults();

    assertThat(quotas.limits())
        .isEqualTo(Map.of(Kind.APPLICATION_INFERENCE_PROFILE, 1_000, Kind.IMPORTED_MODEL, 3));
    assertThat(quotas.entered()).isAfter("2026-01-01");
    assertThat(quotas.source()).startsWith("https://docs.aws.amazon.com/");
  }

  @Test
  void eachScopeOfAKindWithAQuotaIsCountedTheLargestShareFirst() {
    assertThat(of(Quotas.defaults()))
        .extracting(use -> use.scope() + " " + use.used() + "/" + use.limit())
        .containsExactly(
            ExampleHistory.IMPORTED + " 1/3",
            ExampleHistory.APPLICATION + " 2/1000",
            ExampleHistory.ELSEWHERE + " 1/1000");
  }

  @Test
  void anotherLimitAppliesToItsKindAlone() {
    assertThat(of(Quotas.defaults().with(Map.of(Kind.APPLICATION_INFERENCE_PROFILE, 2))))
        .extracting(QuotaUse::state)
        .containsExactly(QuotaUse.State.REACHED, QuotaUse.State.OK, QuotaUse.State.OK);
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "799, OK", "800, NEAR", "999, NEAR", "1000, REACHED", "1001, REACHED"})
  void from80PercentOnTheLimitIsNear(long used, QuotaUse.State state) {
    assertThat(use(used, Optional.of(Instant.EPOCH)).state()).isEqualTo(state);
  }

  @Test
  void aScopeThatWasNeverReadHasNoNumber() {
    var unread = use(0, Optional.empty());

    assertThat(unread.state()).isEqualTo(QuotaUse.State.UNREAD);
    assertThat(JsonContract.of(unread).has("used")).isFalse();
  }

  private static QuotaUse use(long used, Optional<Instant> lastCompleteAt) {
    return new QuotaUse(ExampleHistory.APPLICATION, used, 1_000, lastCompleteAt, true);
  }

  private static List<QuotaUse> of(Quotas quotas) {
    return QuotaUse.of(ExampleHistory.copy().reader(), quotas, Filter.ALL);
  }
}
