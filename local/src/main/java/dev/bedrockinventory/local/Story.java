package dev.bedrockinventory.local;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Faults;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The story that the demo plays: what can happen to an inventory, on one day of one account. It is
 * made once for a fresh simulator and played once, step after step.
 */
final class Story {
  private static final int SCOPES = Kind.values().length;
  private static final int SHUFFLE = 7;
  private static final Duration IMPORT_TIME = Duration.ofSeconds(3);

  private final Place place;
  private final Faults faults;
  private final StoryClock clock;
  private final InferenceProfile returning;
  private final Map<String, String> returningTags;

  /** The story of one account and region; puts there what was there before anyone looked. */
  Story(Simulator simulator, StoryClock clock, String account, String region) {
    this.place = simulator.world().seedExamples(account, region);
    this.faults = simulator.faults();
    this.clock = clock;
    this.returning = place.profile("notebooks");
    this.returningTags = place.tags(returning.arn());
  }

  /** The steps, in order; each builds on those before it. */
  List<Step> steps() {
    return List.of(
        new Step(
            "The inventory looks for the first time, at an account that has long been in use.",
            "What was there before is a BASELINE: no thousand creations are announced.",
            () -> {},
            Effect.of(BASELINE, everything())),
        new Step(
            "Alice creates an application inference profile, ticket-triage.",
            "It is new since the first look, so it is CREATED.",
            this::createProfile,
            Effect.of(CREATED, 1)),
        new Step(
            "Bob moves checkout-chat to another team and drops its environment tag.",
            "Tags are all that changes in place; the API moves no date, the inventory sees it.",
            this::retag,
            Effect.of(UPDATED, 1)),
        new Step(
            "AWS lets the system-defined profile US Nova Lite route to one more region.",
            "Where your data may go has changed, and the history says since when.",
            () -> place.addDestination("us.amazon.nova-lite-v1:0", "us-west-1"),
            Effect.of(UPDATED, 1)),
        new Step(
            "The API answers everything in another order.",
            "Order of tags and destinations means nothing, so nothing is recorded.",
            () -> faults.add(Match.anyCall(), Fault.shuffle(SHUFFLE)),
            Effect.NOTHING,
            faults::clear),
        new Step(
            "A throttling storm: the API refuses every call.",
            "Unknown is not absent: the sweeps say REFUSED, and nothing is deleted.",
            () -> refuseAll(Fault.throttle()),
            Effect.ofRefused(SCOPES),
            faults::clear),
        new Step(
            "A new policy denies Bedrock in the whole region.",
            "Again the sweeps are REFUSED, now with the reason DENIED; all heads stay.",
            () -> refuseAll(Fault.deny()),
            Effect.ofRefused(SCOPES),
            faults::clear),
        new Step(
            "The listing forgets search-rerank, which still exists.",
            "Before a deletion is recorded, Get is asked: it is there, so it is an omission.",
            () -> faults.add(Match.anyCall().about(arn("search-rerank")), Fault.omit()),
            Effect.ofOmissions(1),
            faults::clear),
        new Step(
            "Carol deletes support-summaries-staging.",
            "A complete listing lacks it and Get answers NotFound: DELETED, with both proofs.",
            () -> place.delete("support-summaries-staging"),
            Effect.of(DELETED, 1)),
        new Step(
            "A model import starts and ends: claims-summarizer.",
            "No event tells that an import has ended; the next look sees the model.",
            this::importModel,
            Effect.of(CREATED, 1)),
        new Step(
            "invoice-reader is rescaled from one custom model unit to three.",
            "Units are what an imported model costs by, so this is worth a revision.",
            () -> place.changeUnits("invoice-reader", 3, "v1.0"),
            Effect.of(UPDATED, 1)),
        new Step(
            "The details of contract-reviewer cannot be read.",
            "The sweep is PARTIAL, and the model is left exactly as it was.",
            () ->
                faults.add(
                    Match.calls("GetImportedModel").about(modelArn("contract-reviewer")),
                    Fault.deny()),
            Effect.ofPartial(1),
            faults::clear),
        new Step(
            "Bedrock gains a member that no SDK knows yet: latencyTier.",
            "It is kept in the document, and reported once as drift of the API.",
            () ->
                place.changeProfile(
                    "search-rerank",
                    profile -> profile.withExtra("latencyTier", TextNode.valueOf("standard"))),
            Effect.of(UPDATED, 1).plus(Effect.ofDrift(1))),
        new Step(
            "The profile notebooks is deleted.",
            "Its history ends with a DELETED revision, for now.",
            () -> place.delete(returning.arn()),
            Effect.of(DELETED, 1)),
        new Step(
            "A restored backup brings notebooks back, under the same ARN.",
            "The same history goes on: CREATED, with the number after the deletion's.",
            this::restore,
            Effect.of(CREATED, 1)));
  }

  private int everything() {
    return place.profiles(InferenceProfile.Type.SYSTEM_DEFINED).size()
        + place.profiles(InferenceProfile.Type.APPLICATION).size()
        + place.importedModels().size();
  }

  /** A sweep begins with one of these, and ends with it if it is refused. */
  private void refuseAll(Fault fault) {
    List.of("ListInferenceProfiles", "ListImportedModels")
        .forEach(operation -> faults.add(Match.calls(operation), fault));
  }

  private void createProfile() {
    place.createProfile("ticket-triage", Map.of("team", "support", "cost-center", "4713"));
  }

  private void retag() {
    place.tag(arn("checkout-chat"), Map.of("team", "payments"));
    place.untag(arn("checkout-chat"), List.of("environment"));
  }

  private void importModel() {
    place.startImport("claims-summarizer", Map.of("team", "claims"));
    clock.pass(IMPORT_TIME);
  }

  private void restore() {
    place.put(returning);
    if (!returningTags.isEmpty()) {
      place.tag(returning.arn(), returningTags);
    }
  }

  private String arn(String profile) {
    return place.profile(profile).arn();
  }

  private String modelArn(String model) {
    return place.importedModel(model).arn();
  }
}
