package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ScopePlan;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The alarm is raised above ten percent. */
final class LostTargetsTest {
  @Test
  void nothingIsLostIfAllIsPlanned() {
    assertThat(percent(accounts(0, 10), Set.of(), Set.of())).isZero();
    assertThat(percent(Set.of(), Set.of(), Set.of())).isZero();
  }

  @Test
  void aTenthIsExactlyTenPercentAndMoreIsAbove() {
    assertThat(percent(accounts(0, 9), accounts(9, 10), Set.of())).isEqualTo(10.0);
    assertThat(percent(accounts(0, 27), accounts(27, 30), Set.of())).isEqualTo(10.0);
    assertThat(percent(accounts(0, 8), accounts(8, 9), Set.of())).isGreaterThan(11);
    assertThat(percent(accounts(0, 265), accounts(265, 295), Set.of())).isGreaterThan(10);
  }

  @Test
  void missingAndRemovedTargetsAreLost() {
    assertThat(percent(accounts(0, 6), accounts(6, 8), accounts(8, 10))).isEqualTo(40.0);
  }

  @Test
  void allAreLostIfNothingIsPlanned() {
    assertThat(percent(Set.of(), accounts(0, 3), Set.of())).isEqualTo(100.0);
  }

  @Test
  void aLostAccountWithOneRegionIsNotHiddenByAccountsWithMany() {
    var many = new HashSet<Scope>();
    for (var region = 1; region <= 30; region++) {
      many.addAll(scopes("111122223333", "us-east-" + region));
    }

    assertThat(percent(many, scopes("444455556666", "us-east-1"), Set.of())).isEqualTo(50.0);
  }

  @Test
  void lostRegionsCountThoughTheirAccountIsStillPlanned() {
    var planned = scopes("111122223333", "us-east-1");

    assertThat(percent(planned, scopes("111122223333", "us-east-2"), Set.of())).isEqualTo(50.0);
  }

  private static double percent(Set<Scope> planned, Set<Scope> missing, Set<Scope> removed) {
    return LostTargets.percent(
        new ScopePlan(planned, missing, removed, new TreeMap<>(), List.of()));
  }

  private static Set<Scope> accounts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj("%012d"::formatted)
        .flatMap(account -> scopes(account, "us-east-2").stream())
        .collect(Collectors.toSet());
  }

  private static Set<Scope> scopes(String account, String region) {
    return Arrays.stream(Kind.values())
        .map(kind -> new Scope(account, region, kind))
        .collect(Collectors.toSet());
  }
}
