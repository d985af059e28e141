package dev.bedrockinventory.cli.demo;

import static dev.bedrockinventory.cli.demo.DemoAccount.EAST;
import static dev.bedrockinventory.cli.demo.DemoAccount.EUROPE;
import static dev.bedrockinventory.cli.demo.DemoAccount.HOME;
import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenario of the demo: four weeks of one account in three regions, with ordinary days and what
 * can happen to an inventory. It is created for a new simulator and run once, step by step.
 */
public final class Scenario {
  /** The length of all steps; a fraction of a second at most is missing. */
  static final Duration LENGTH = Duration.ofDays(27).plusHours(14);

  private static final long SEED = 20_260_821;
  private static final int KINDS = Kind.values().length;
  private static final int SCOPES = KINDS * DemoAccount.REGIONS.size();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final ScenarioActions actions;
  private final CallPlanner planner;
  private final CallRunner runner;

  /** The scenario of a new simulator; creates what exists before the first sweep. */
  public Scenario(Simulator simulator) {
    var users = new ApiUsers(simulator, DemoAccount.ID);
    var existing = DemoAccount.create(simulator.world());
    this.planner = new CallPlanner(existing, SEED);
    this.runner = new CallRunner(simulator.world(), users);
    this.actions = new ScenarioActions(simulator, users);
  }

  /** The next of the calls with which people go on after the steps. */
  void runNextCall() {
    runner.run(planner.next());
  }

  /** The steps, in order; each builds on those before it. Called once. */
  public List<Step> steps() {
    return Stream.of(firstWeek(), withdrawal(), failures(), imports(), lastWeek())
        .flatMap(List::stream)
        .toList();
  }

  private List<Step> firstWeek() {
    return List.of(
        new Step(
            "The first sweep of an account that has long been in use.",
            "Existing resources are a BASELINE, not hundreds of creations.",
            HOUR,
            () -> {},
            StepCounts.of(BASELINE, actions.resourceCount())),
        new Step(
            "Alice creates an application inference profile, ticket-triage.",
            "The CloudTrail event reported it, with its author, before any sweep: CREATED.",
            HOUR,
            actions::createProfile,
            StepCounts.of(CREATED, 1).plus(StepCounts.ofRefreshes(1))),
        ordinaryDays(4, 9),
        new Step(
            "The API returns everything in another order.",
            "The order of tags and destinations does not matter: nothing is recorded.",
            HOUR.multipliedBy(3),
            List.of(actions::shuffle),
            StepCounts.NONE,
            actions::clearFaults),
        ordinaryDays(5, 14));
  }

  /** As Claude 3.7 Sonnet vanished from 13 regions on 2026-04-29. */
  private List<Step> withdrawal() {
    return List.of(
        new Step(
            "AWS withdraws Claude Sonnet 4 from us-east-2, and the lists of eu-central-1 fail.",
            "Two profiles are DELETED in us-east-2. A failed list is REFUSED and deletes nothing.",
            DAY,
            List.of(() -> {
              actions.withdraw(HOME);
              actions.throttleProfiles(EUROPE);
            }),
            StepCounts.of(DELETED, 2).plus(StepCounts.ofRefused(2)),
            actions::clearFaults),
        new Step(
            "Six hours later eu-central-1 answers again: its Claude Sonnet 4 still exists.",
            "It was never reported as deleted, so it does not return either.",
            HOUR.multipliedBy(6),
            () -> {},
            StepCounts.NONE),
        new Step(
            "AWS withdraws Claude Sonnet 4 from us-east-1.",
            "The history has the date for each region.",
            HOUR.multipliedBy(10),
            () -> actions.withdraw(EAST),
            StepCounts.of(DELETED, 2)),
        new Step(
            "AWS withdraws Claude Sonnet 4 from eu-central-1, the last of the three regions.",
            "No profile in these regions reaches the model; the history still has each of them.",
            DAY,
            () -> actions.withdraw(EUROPE),
            StepCounts.of(DELETED, 1)),
        ordinaryDays(3, 8));
  }

  private List<Step> failures() {
    return List.of(
        new Step(
            "A throttling storm: the API refuses every call in every region.",
            "Unknown is not absent: the sweeps are REFUSED, and nothing is deleted.",
            HOUR,
            List.of(actions::throttleAll),
            StepCounts.ofRefused(SCOPES),
            actions::clearFaults),
        new Step(
            "A new policy denies Bedrock in us-east-2.",
            "The sweeps there are REFUSED, with the reason DENIED; no head changes.",
            HOUR,
            List.of(() -> actions.denyAll(HOME)),
            StepCounts.ofRefused(KINDS),
            actions::clearFaults),
        new Step(
            "The listing omits search-rerank, which still exists.",
            "Get confirms each deletion first: the profile exists, so it is an omission.",
            HOUR,
            List.of(() -> actions.omit("search-rerank")),
            StepCounts.ofOmissions(1),
            actions::clearFaults),
        new Step(
            "support-summaries-staging is deleted without an event.",
            "A complete listing lacks it and Get returns NotFound: DELETED, with both proofs.",
            HOUR,
            () -> actions.deleteUnseen("support-summaries-staging"),
            StepCounts.of(DELETED, 1)),
        ordinaryDays(4, 11));
  }

  private List<Step> imports() {
    return List.of(
        new Step(
            "Alice starts a model import, claims-summarizer.",
            "There is no model yet: the job is stored, with its author.",
            HOUR,
            actions::startImport,
            StepCounts.NONE),
        new Step(
            "The import ends.",
            "No event reports that, so the job is polled: CREATED, with the job's author.",
            HOUR,
            () -> {},
            StepCounts.of(CREATED, 1).plus(StepCounts.ofRefreshes(1))),
        new Step(
            "fraud-scorer is rescaled from one custom model unit to three.",
            "Units determine the cost of an imported model, so the change is a revision.",
            HOUR,
            () -> actions.rescale(EAST, "fraud-scorer", 3),
            StepCounts.of(UPDATED, 1)),
        new Step(
            "The details of contract-reviewer cannot be read.",
            "The sweep is PARTIAL, and the model is left unchanged.",
            HOUR,
            List.of(() -> actions.denyDetails("contract-reviewer")),
            StepCounts.ofPartial(1),
            actions::clearFaults),
        ordinaryDays(5, 12));
  }

  private List<Step> lastWeek() {
    return List.of(
        new Step(
            "Bedrock returns a member that no SDK knows yet: latencyTier.",
            "It is kept in the document, and reported once as an unmodeled member.",
            HOUR,
            () -> actions.addUnknownMember("search-rerank"),
            StepCounts.of(UPDATED, 1).plus(StepCounts.ofDrift(1))),
        new Step(
            "The profile notebooks is deleted.",
            "Its history ends with a DELETED revision, for now.",
            HOUR,
            () -> actions.deleteUnseen("notebooks"),
            StepCounts.of(DELETED, 1)),
        new Step(
            "A restored backup returns notebooks under the same ARN.",
            "Its history continues: CREATED, with the next revision number.",
            HOUR,
            actions::recreate,
            StepCounts.of(CREATED, 1)),
        ordinaryDays(2, 6),
        new Step(
            "Bob moves checkout-chat to another team and drops its environment tag.",
            "Only tags change in place; the API updates no date and has no author.",
            HOUR.multipliedBy(5),
            actions::retag,
            StepCounts.of(UPDATED, 1).plus(StepCounts.ofRefreshes(1))),
        new Step(
            "Carol tries to delete checkout-chat and is denied.",
            "Nothing changed, but the attempt is recorded.",
            HOUR,
            List.of(actions::deleteDenied),
            StepCounts.ofAttempts(1),
            actions::clearFaults),
        ordinaryDays(1, 3));
  }

  /** Days on which nothing special happens; every change is an API call with its event. */
  private Step ordinaryDays(int days, int changes) {
    var calls = Stream.generate(planner::next).limit(changes).toList();
    return new Step(
        "%s: %d calls create, tag and delete application profiles."
            .formatted(days == 1 ? "An ordinary day" : days + " ordinary days", changes),
        "Each change was recorded from its event; the sweep at the end found no other.",
        DAY.multipliedBy(days).dividedBy(changes),
        calls.stream().<Runnable>map(call -> () -> runner.run(call)).toList(),
        calls.stream().map(PlannedCall::counts).reduce(StepCounts.NONE, StepCounts::plus),
        () -> {});
  }
}
