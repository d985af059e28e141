package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.feed.TargetEvent;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.simulator.faults.ActiveFault;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.BusEvent;
import dev.bedrockinventory.simulator.world.Organization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Targets that are accounts of the organization, as the planner and the refreshes use them. */
final class OrganizationTargetsTest {
  private static final String FIRST = "444455556666";
  private static final String SECOND = "777788889999";
  private static final Duration DAY = Duration.ofDays(1);

  private final TestHub hub = new TestHub();
  private final Organization organization =
      hub.simulator.world().createOrganization(TestHub.ACCOUNT);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void everyActiveAccountIsPlannedAndTheHomeAccountWithItsOwnCredentials() {
    add(FIRST, SECOND);
    organization.put("123412341234", organization.root());
    organization.change("123412341234", Organization.State.SUSPENDED);
    hub.target("accounts", "[\"organization\"]");

    var plan = plan();

    assertThat(plan.accounts()).containsExactly(TestHub.ACCOUNT, FIRST, SECOND);
    assertThat(plan.tasks())
        .filteredOn(task -> task.scope().account().equals(TestHub.ACCOUNT))
        .extracting(SweepTask::roleName)
        .allMatch(Optional::isEmpty);
    assertThat(plan.tasks())
        .filteredOn(task -> task.scope().account().equals(FIRST))
        .extracting(task -> task.roleName().orElseThrow())
        .containsOnly("BedrockInventoryReader");
    assertThat(plan.metric(Metric.TARGET_PROBLEMS)).isZero();
  }

  @Test
  void accountsOnEveryPageArePlanned() {
    for (var number = 0; number < 45; number++) {
      add("%012d".formatted(number));
    }
    hub.target("accounts", "[\"organization\"]");

    assertThat(plan().accounts()).hasSize(46);
    assertThat(hub.simulator.calls().count("ListAccounts")).isEqualTo(3);
  }

  @Test
  void anOrganizationalUnitIncludesTheUnitsNestedInIt() {
    var unit = organization.createUnit(organization.root());
    var nested = organization.createUnit(organization.createUnit(unit));
    organization.put(FIRST, unit);
    organization.put(SECOND, nested);
    add("123412341234");
    hub.target("accounts", "[\"here\",{\"organization\":[\"%s\"]}]".formatted(unit));

    assertThat(plan().accounts()).containsExactly(TestHub.ACCOUNT, FIRST, SECOND);
  }

  @Test
  void exceptedAccountsAreNotPlannedAndAnAccountsOwnEntryHasPriority() {
    add(FIRST, SECOND);
    hub.target(
        "accounts",
        """
        [{"organization":"all","except":["%s","here"],"regions":["eu-west-1"],"events":false},
         {"account":"%s","regions":["us-west-2"]}]
        """
            .formatted(FIRST, SECOND));

    var plan = plan();

    assertThat(plan.accounts()).containsExactly(SECOND);
    assertThat(plan.tasks()).extracting(task -> task.scope().region()).containsOnly("us-west-2");
  }

  @Test
  void accountsAreListedOnceADay() {
    hub.target("accounts", "[\"organization\"]");
    plan();
    hub.clock.pass(DAY.minusSeconds(2));
    add(FIRST);

    assertThat(plan().accounts()).containsExactly(TestHub.ACCOUNT);
    assertThat(hub.simulator.calls().count("ListAccounts")).isEqualTo(1);
  }

  @Test
  void aNewAccountIsPlannedPublishedAndCountedTheNextDay() {
    hub.target("accounts", "[\"organization\"]");
    var first = plan();
    add(FIRST);
    hub.clock.pass(DAY);

    var next = plan();
    var later = plan();

    assertThat(first.metrics().has(Metric.ACCOUNTS_ADDED.key()))
        .as("the first list has no accounts that are new")
        .isFalse();
    assertThat(next.accounts()).containsExactly(TestHub.ACCOUNT, FIRST);
    assertThat(next.metric(Metric.ACCOUNTS_ADDED)).isEqualTo(1);
    assertThat(next.metrics().has(Metric.ACCOUNTS_REMOVED.key())).isFalse();
    assertThat(later.metrics().has(Metric.ACCOUNTS_ADDED.key())).isFalse();
    assertThat(events()).containsExactly("ADDED " + FIRST);
    assertThat(published())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.source()).isEqualTo("bedrock-inventory");
          assertThat(event.detailType()).isEqualTo("Bedrock Inventory Target");
          assertThat(event.resources()).containsExactly(FIRST);
          assertThat(CanonicalJson.parse(event.detail()).path("type").asText())
              .isEqualTo(TargetEvent.TYPE);
        });
  }

  @Test
  void aClosedAccountIsDroppedPublishedAndCounted() {
    add(FIRST, SECOND);
    hub.target("accounts", "[\"organization\"]");
    plan();
    organization.change(FIRST, Organization.State.PENDING_CLOSURE);
    organization.remove(SECOND);
    hub.clock.pass(DAY);

    var next = plan();

    assertThat(next.accounts()).containsExactly(TestHub.ACCOUNT);
    assertThat(next.metric(Metric.ACCOUNTS_REMOVED)).isEqualTo(2);
    assertThat(next.metric(Metric.TARGETS_LOST)).isGreaterThan(60);
    assertThat(next.metric(Metric.STALE_SCOPES)).as("dropped scopes are not stale").isEqualTo(3);
    assertThat(events()).containsExactly("REMOVED " + FIRST, "REMOVED " + SECOND);
  }

  @Test
  void anAccountThatIsMovedBetweenTheUnitsOfTheTargetsIsNeitherAddedNorRemoved() {
    var from = organization.createUnit(organization.root());
    var to = organization.createUnit(organization.root());
    organization.put(FIRST, from);
    hub.target("accounts", "[{\"organization\":[\"%s\",\"%s\"]}]".formatted(from, to));
    plan();
    organization.put(FIRST, to);
    hub.clock.pass(DAY);

    assertThat(plan().accounts()).containsExactly(FIRST);
    assertThat(events()).isEmpty();
  }

  @Test
  void aFailedListingRemovesNothingAndIsAProblem() {
    add(FIRST, SECOND);
    hub.target("accounts", "[\"organization\"]");
    plan();
    hub.clock.pass(DAY);
    organization.remove(SECOND);
    var fault = fault("ListAccounts", Fault.deny());

    var failed = plan();
    fault.remove();
    hub.clock.pass(Duration.ofMinutes(15));
    var repaired = plan();

    assertThat(failed.accounts()).containsExactly(TestHub.ACCOUNT, FIRST, SECOND);
    assertThat(failed.metric(Metric.TARGET_PROBLEMS)).isEqualTo(1);
    assertThat(failed.metric(Metric.TARGETS_LOST)).isZero();
    assertThat(failed.problems())
        .singleElement()
        .asString()
        .contains(
            "the accounts of organization 'all' cannot be listed: AccessDeniedException",
            "management account or in a delegated administrator account",
            "the list of 2100-03-01T09:00:01.000Z is used");
    assertThat(repaired.accounts()).containsExactly(TestHub.ACCOUNT, FIRST);
    assertThat(repaired.metric(Metric.ACCOUNTS_REMOVED)).isEqualTo(1);
  }

  @Test
  void anIncompleteOrIncredibleListRemovesNothing() {
    for (var number = 0; number < 45; number++) {
      add("%012d".formatted(number));
    }
    hub.target("accounts", "[\"organization\"]");
    plan();
    hub.clock.pass(DAY);

    var lastPage = hub.simulator.faults().add(Match.calls("ListAccounts").onPage(3), Fault.deny());
    assertThat(plan().accounts()).hasSize(46);
    lastPage.remove();
    var noState = fault("ListAccounts", Fault.edit(OrganizationTargetsTest::removeStates));
    var incredible = plan();
    noState.remove();
    fault("ListAccounts", Fault.edit(answer -> answer.putArray("Accounts")));
    var empty = plan();

    assertThat(incredible.accounts()).hasSize(46);
    assertThat(incredible.problems()).singleElement().asString().contains("has no State");
    assertThat(empty.accounts()).hasSize(46);
    assertThat(empty.problems()).singleElement().asString().contains("returned no account");
    assertThat(events()).isEmpty();
  }

  @Test
  void withoutAnOrganizationTheProblemSaysWhatToDoAndTheOtherTargetsArePlanned() {
    try (var alone = new TestHub()) {
      alone.target("accounts", "[\"here\",\"organization\"]");

      var answer = alone.plan();

      assertThat(answer).containsEntry("scopes", 3);
      assertThat(String.valueOf(answer.get("problems")))
          .contains(
              "AWSOrganizationsNotInUseException; this account is not in an organization",
              "there is no earlier list, so none of them is planned");
    }
  }

  @Test
  void anUnknownUnitIsAProblemThatNamesIt() {
    hub.target("accounts", "[\"here\",{\"organization\":[\"ou-a1b2-c3d4e5f6\"]}]");

    assertThat(plan().problems())
        .singleElement()
        .asString()
        .contains("'ou-a1b2-c3d4e5f6'", "no such organizational unit");
  }

  @Test
  void changesThatCannotBePublishedArePublishedByTheNextPlan() {
    hub.target("accounts", "[\"organization\"]");
    plan();
    add(FIRST);
    hub.clock.pass(DAY);
    var fault = fault("PutEvents", Fault.deny());

    var failed = plan();
    fault.remove();
    hub.clock.pass(Duration.ofMinutes(15));
    var next = plan();

    assertThat(failed.accounts()).as("it is planned nevertheless").contains(FIRST);
    assertThat(failed.problems()).singleElement().asString().contains("change bus rejected");
    assertThat(failed.metrics().has(Metric.ACCOUNTS_ADDED.key())).isFalse();
    assertThat(next.metric(Metric.ACCOUNTS_ADDED)).isEqualTo(1);
    assertThat(events()).containsExactly("ADDED " + FIRST);
  }

  @Test
  void aStoredListThatWasEditedByHandIsNotUsed() {
    add(FIRST);
    hub.target("accounts", "[\"organization\"]");
    plan();
    hub.dynamo()
        .updateItem(update ->
            update
                .tableName(hub.table())
                .key(
                    Map.of(
                        "pk",
                        AttributeValue.fromS("ORGANIZATION"),
                        "sk",
                        AttributeValue.fromS("all")))
                .updateExpression("SET accounts = :none")
                .expressionAttributeValues(Map.of(":none", AttributeValue.fromS(""))));

    var next = plan();

    assertThat(next.accounts()).containsExactly(TestHub.ACCOUNT, FIRST);
    assertThat(next.problems()).singleElement().asString().startsWith("item 'ORGANIZATION / all'");
    assertThat(plan().problems()).as("the list was stored again").isEmpty();
  }

  @Test
  void eventsOfAccountsOfTheOrganizationAreAcceptedByTheStoredList() {
    add(FIRST);
    hub.target("accounts", "[\"organization\"]");
    var event = eventOf(FIRST);

    try (var output = new Output()) {
      assertThat(deliver(event)).as("delivered again, since no list is stored yet").hasSize(1);
      plan();
      assertThat(deliver(event)).isEmpty();
      assertThat(deliver(eventOf(SECOND))).isEmpty();

      assertThat(output.logs("event refused"))
          .singleElement()
          .satisfies(line -> assertThat(line.path("why").asText()).contains(SECOND));
    }
    assertThat(hub.simulator.calls().count("ListAccounts")).isEqualTo(1);
  }

  private List<String> deliver(String event) {
    return TestHub.deliver(new RefreshHandler(hub.wiring()), event);
  }

  private static String eventOf(String account) {
    var arn =
        "arn:aws:bedrock:us-east-2:%s:application-inference-profile/3yh6w4d8j7j3"
            .formatted(account);
    return TestEvents.tags("event-1", "TagResource", arn, account);
  }

  private static void removeStates(ObjectNode answer) {
    answer.path("Accounts").forEach(account -> ((ObjectNode) account).remove("State"));
  }

  private void add(String... accounts) {
    for (var account : accounts) {
      organization.put(account, organization.root());
    }
  }

  private ActiveFault fault(String operation, Fault fault) {
    return hub.simulator.faults().add(Match.calls(operation), fault);
  }

  /** Plans a second later, as the queue drops tasks for the same time. */
  private Planned plan() {
    hub.clock.pass(Duration.ofSeconds(1));
    hub.region().bus(TestHub.BUS);
    try (var output = new Output()) {
      var answer = hub.plan();
      return new Planned(
          hub.tasks(), output.metrics().getFirst(), (List<?>) answer.getOrDefault("problems", ""));
    }
  }

  private record Planned(List<SweepTask> tasks, JsonNode metrics, List<?> problems) {
    SortedSet<String> accounts() {
      var accounts = new TreeSet<String>();
      tasks.forEach(task -> accounts.add(task.scope().account()));
      return accounts;
    }

    double metric(Metric metric) {
      return metrics.path(metric.key()).asDouble(-1);
    }
  }

  private List<BusEvent> published() {
    return hub.region().bus(TestHub.BUS).events();
  }

  /** The change and the account of each published event. */
  private List<String> events() {
    return published().stream()
        .map(event -> CanonicalJson.parse(event.detail()).path("data"))
        .map(data -> data.path("change").asText() + " " + data.path("account").asText())
        .toList();
  }
}
