package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refused calls are found over all resources, and calls by a part of who made them. */
final class RefusedCallsTest {
  private static final Instant AT = Instant.parse("2026-11-04T09:30:00Z");

  @Test
  void refusedCallsAreThoseOfThePeriodAndTheScopes() {
    assertThat(in(Period.ALWAYS, Filter.ALL)).extracting(Evidence::at).containsExactly(AT);
    assertThat(in(new Period(Optional.of(AT), Optional.of(AT)), Filter.ALL)).hasSize(1);
    assertThat(in(new Period(Optional.of(AT.plusSeconds(1)), Optional.empty()), Filter.ALL))
        .isEmpty();
    assertThat(in(new Period(Optional.empty(), Optional.of(AT.minusSeconds(1))), Filter.ALL))
        .isEmpty();
    assertThat(
            in(
                Period.ALWAYS,
                new Filter(
                    Set.of(),
                    Set.of("444455556666"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bob, true", "BOB, true", "user/bob, true", "alice, false", "111122223333, true"})
  void aPersonIsAPartOfTheCallersArn(String part, boolean matches) {
    assertThat(new PersonFilter(part).matches(in(Period.ALWAYS, Filter.ALL))).isEqualTo(matches);
  }

  private static List<Evidence> in(Period period, Filter scopes) {
    return new RefusedCalls(ExampleHistory.copy().reader()).in(period, scopes).toList();
  }
}
