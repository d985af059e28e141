package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do on ordinary days. */
final class RoutineTest {
  private static final long SEED = 3;

  private final Simulator simulator =
      Simulator.start(0, new ScenarioClock(Instant.parse("2026-03-01T09:00:00Z")), SEED);
  private final Routine routine = routine(Company.found(simulator.world()));

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void theSameSeedGivesTheSameSequence() {
    var again = routine(List.of());
    var other = routine(List.of());

    assertThat(changes(again, 200)).isEqualTo(changes(other, 200));
  }

  @Test
  void theNumberOfProfilesIsBoundedHoweverLongItGoesOn() {
    var profiles = 0;
    for (var change : changes(routine, 5_000)) {
      profiles +=
          switch (change) {
            case CREATED -> 1;
            case DELETED -> -1;
            case UPDATED, BASELINE -> 0;
          };
      assertThat(profiles).isBetween(0, Routine.MOST_PROFILES);
    }
    assertThat(changes(routine, 100))
        .contains(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED);
  }

  @Test
  void eachCallHasExactlyOneEventOfAPersonAndLeavesTheProfilesOfTheStepsAlone() {
    var home = simulator.place(Company.ACCOUNT, Company.HOME);
    var chat = home.profile("checkout-chat").arn();
    var tags = home.tags(chat);

    for (var number = 0; number < 60; number++) {
      routine.next().call().run();

      assertThat(simulator.events().drain())
          .singleElement()
          .satisfies(
              event -> assertThat(event.at("/detail/userIdentity/userName").asText()).isNotEmpty());
    }
    assertThat(home.tags(chat)).isEqualTo(tags);
  }

  @Test
  void profilesThatAnotherClientDeletedAreLeftOut() {
    var works = Stream.generate(routine::next).limit(60).toList();
    regions().forEach(RegionState::clear);

    assertThatCode(() -> works.forEach(work -> work.call().run())).doesNotThrowAnyException();
    assertThat(regions().flatMap(each -> each.profiles(InferenceProfile.Type.APPLICATION).stream()))
        .hasSizeLessThanOrEqualTo(Routine.MOST_PROFILES);
  }

  private Stream<RegionState> regions() {
    return Company.REGIONS.stream().map(region -> simulator.place(Company.ACCOUNT, region));
  }

  private Routine routine(List<Company.Profile> existing) {
    return new Routine(simulator.world(), new ApiUsers(simulator, Company.ACCOUNT), existing, SEED);
  }

  private static List<ChangeKind> changes(Routine routine, int count) {
    return Stream.generate(routine::next).limit(count).map(Work::change).toList();
  }
}
