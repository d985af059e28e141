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
final class CallPlannerTest {
  private static final long SEED = 3;

  private final Simulator simulator =
      Simulator.start(0, new ScenarioClock(Instant.parse("2026-03-01T09:00:00Z")), SEED);
  private final List<DemoAccount.Profile> existing = DemoAccount.create(simulator.world());
  private final CallPlanner planner = new CallPlanner(existing, SEED);
  private final CallRunner runner =
      new CallRunner(simulator.world(), new ApiUsers(simulator, DemoAccount.ID));

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void theSameSeedGivesTheSameSequence() {
    var again = new CallPlanner(existing, SEED);
    var other = new CallPlanner(existing, SEED + 1);
    var calls = calls(planner, 200);

    assertThat(calls(again, 200)).isEqualTo(calls);
    assertThat(calls(other, 200)).isNotEqualTo(calls);
  }

  @Test
  void theNumberOfProfilesIsBoundedHoweverLongItGoesOn() {
    var profiles = 0;
    for (var change : changes(planner, 5_000)) {
      profiles +=
          switch (change) {
            case CREATED -> 1;
            case DELETED -> -1;
            case UPDATED, BASELINE -> 0;
          };
      assertThat(profiles).isBetween(0, CallPlanner.MOST_PROFILES);
    }
    assertThat(changes(planner, 100))
        .contains(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED);
  }

  @Test
  void eachCallHasExactlyOneEventOfAPersonAndLeavesTheProfilesOfTheStepsAlone() {
    var home = simulator.place(DemoAccount.ID, DemoAccount.HOME);
    var chat = home.profile("checkout-chat").arn();
    var tags = home.tags(chat);

    for (var number = 0; number < 60; number++) {
      runner.run(planner.next());

      assertThat(simulator.events().drain())
          .singleElement()
          .satisfies(
              event -> assertThat(event.at("/detail/userIdentity/userName").asText()).isNotEmpty());
    }
    assertThat(home.tags(chat)).isEqualTo(tags);
  }

  @Test
  void profilesThatAnotherClientDeletedAreLeftOut() {
    var calls = calls(planner, 60);
    regions().forEach(CallPlannerTest::deleteProfiles);

    assertThatCode(() -> calls.forEach(runner::run)).doesNotThrowAnyException();
    assertThat(regions().flatMap(each -> each.profiles(InferenceProfile.Type.APPLICATION).stream()))
        .hasSizeLessThanOrEqualTo(CallPlanner.MOST_PROFILES);
  }

  private static void deleteProfiles(RegionState region) {
    region
        .profiles(InferenceProfile.Type.APPLICATION)
        .forEach(profile -> region.delete(profile.arn()));
  }

  private Stream<RegionState> regions() {
    return DemoAccount.REGIONS.stream().map(region -> simulator.place(DemoAccount.ID, region));
  }

  private static List<PlannedCall> calls(CallPlanner planner, int count) {
    return Stream.generate(planner::next).limit(count).toList();
  }

  private static List<ChangeKind> changes(CallPlanner planner, int count) {
    return calls(planner, count).stream().map(PlannedCall::change).toList();
  }
}
