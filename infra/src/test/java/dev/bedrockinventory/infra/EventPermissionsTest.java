package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.functions.RefreshHandler;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.wire.LoggedCall;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roles of event processing match what the handlers call. */
final class EventPermissionsTest {
  private static final String PROFILE = "chat";
  private static final String MODEL = "reader";

  private final Template template = Synthesized.ofOrganization().template();
  private final Template member = Synthesized.once().member();
  private final Handlers handlers = new Handlers();
  private final DeployedSystem cloud = handlers.cloud();

  @AfterEach
  void close() {
    handlers.close();
  }

  @Test
  void theRefreshRoleAllowsExactlyWhatTheHandlerCalls() {
    handlers.inventoryTheOtherAccount();
    var called = new TreeSet<String>();
    called.addAll(refreshesOf(DeployedSystem.ACCOUNT));
    called.addAll(refreshesOf(Handlers.OTHER_ACCOUNT));
    called.addAll(CalledOperations.during(() -> assertThat(handlers.refresh("no task")).isFalse()));

    assertThat(Actions.of(called)).isEqualTo(Granted.toCode(template, "RefreshesRefreshRole"));
  }

  @Test
  void theMemberRoleAllowsExactlyWhatSweepsAndRefreshesCall() {
    handlers.inventoryTheOtherAccount();
    cloud.simulator().world().seedExamples(Handlers.OTHER_ACCOUNT, DeployedSystem.REGION);
    sweep();
    otherRegion().tag(profile(otherRegion()), Map.of("team", "other"));
    sweep();
    cloud.simulator().calls().clear();
    sweep();
    otherRegion().delete(profile(otherRegion()));
    sweep();
    refreshesOf(Handlers.OTHER_ACCOUNT);

    var calledInMember =
        cloud.simulator().calls().all().stream()
            .filter(call -> call.account().equals(Handlers.OTHER_ACCOUNT))
            .filter(call -> call.user().equals("BedrockInventoryReader"))
            .map(LoggedCall::operation)
            .toList();
    assertThat(Actions.ofLogged(calledInMember))
        .isEqualTo(Granted.actions(member.statements("ReaderRole").values()));
  }

  @Test
  void thePlannerMaySendPollsToTheEventQueue() {
    try (var alice = alice(DeployedSystem.ACCOUNT)) {
      alice.importModel("nightly", MODEL);
    }
    deliver();
    handlers.pass(Duration.ofMinutes(15));

    var called = CalledOperations.during(handlers::plan);

    assertThat(cloud.region().queue(DeployedSystem.EVENTS).drain()).hasSize(1);
    assertThat(Actions.of(called))
        .isEqualTo(Granted.toCode(Synthesized.once().template(), "PlanPlannerRole"));
  }

  @Test
  void theFeedRoleAllowsExactlyWhatTheHandlerCalls() {
    refreshesOf(DeployedSystem.ACCOUNT);
    var records = cloud.streamed(StreamFilters.of(template));

    var called = CalledOperations.during(() -> assertThat(handlers.feed(records)).isTrue());

    assertThat(cloud.region().bus(DeployedSystem.BUS).events())
        .hasSameSizeAs(records.stream().filter(EventPermissionsTest::isChange).toList())
        .isNotEmpty();
    assertThat(Actions.of(called)).isEqualTo(Granted.toCode(template, "FeedTellRole"));
  }

  private static boolean isChange(JsonNode record) {
    return record.path("dynamodb").path("NewImage").has(TableLayout.CHANGE_DAY);
  }

  /** What refreshes call for every kind of change of a resource. */
  private SortedSet<String> refreshesOf(String account) {
    var called = new TreeSet<String>();
    try (var alice = alice(account)) {
      var profile = alice.createProfile(PROFILE);
      called.addAll(deliver());
      alice.tag(profile, "team", "search");
      called.addAll(deliver());
      cloud
          .simulator()
          .faults()
          .add(
              Match.calls("GetInferenceProfile"),
              Fault.member("newMember", TextNode.valueOf("unmodeled")),
              1);
      alice.untag(profile, "team");
      called.addAll(deliver());
      alice.delete(profile.replaceFirst(".*/", ""));
      called.addAll(deliver());
      var job = alice.importModel("nightly", MODEL);
      called.addAll(deliver());
      handlers.pass(Duration.ofMinutes(5));
      called.addAll(refreshes(List.of(RefreshHandler.poll(new Arn(job)))));
      alice.deleteModel(MODEL);
      called.addAll(deliver());
    }
    return called;
  }

  /** What refreshes call for all events that wait. */
  private SortedSet<String> deliver() {
    return refreshes(
        cloud.simulator().events().drain().stream().map(CanonicalJson::write).toList());
  }

  private SortedSet<String> refreshes(List<String> messages) {
    return CalledOperations.during(
        () -> assertThat(messages).isNotEmpty().allMatch(handlers::refresh));
  }

  private void sweep() {
    handlers.pass(Duration.ofMinutes(15));
    handlers.plan();
    cloud.tasks().forEach(handlers::sweep);
  }

  private SimulatedUser alice(String account) {
    return new SimulatedUser(cloud.simulator(), account, "alice", DeployedSystem.REGION);
  }

  private RegionState otherRegion() {
    return cloud.simulator().place(Handlers.OTHER_ACCOUNT, DeployedSystem.REGION);
  }

  private static String profile(RegionState region) {
    return region.profiles(InferenceProfile.Type.APPLICATION).getFirst().arn();
  }
}
