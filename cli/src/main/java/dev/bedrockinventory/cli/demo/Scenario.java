package dev.bedrockinventory.cli.demo;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Faults;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrock.model.Tag;

/**
 * The scenario of the demo: what can happen to an inventory, on one day of one account. It is
 * created for a new simulator and run once, step by step.
 */
public final class Scenario {
  private static final int SCOPES = Kind.values().length;
  private static final int SHUFFLE = 7;

  private final RegionState state;
  private final Faults faults;
  private final URI endpoint;
  private final String account;
  private final String region;
  private final InferenceProfile recreated;
  private final Map<String, String> recreatedTags;

  /**
   * The scenario of one account and region; creates the resources that exist before the first
   * sweep.
   */
  public Scenario(Simulator simulator, String account, String region) {
    this.state = simulator.world().seedExamples(account, region);
    this.faults = simulator.faults();
    this.endpoint = simulator.endpoint();
    this.account = account;
    this.region = region;
    this.recreated = state.profile("notebooks");
    this.recreatedTags = state.tags(recreated.arn());
  }

  /** The steps, in order; each builds on those before it. */
  public List<Step> steps() {
    return List.of(
        new Step(
            "The first sweep of an account that has long been in use.",
            "Existing resources are a BASELINE, not a thousand creations.",
            () -> {},
            StepCounts.of(BASELINE, resourceCount())),
        new Step(
            "Alice creates an application inference profile, ticket-triage.",
            "The CloudTrail event reported it, with its author, before any sweep: CREATED.",
            () -> as("alice", this::createProfile),
            StepCounts.of(CREATED, 1).plus(StepCounts.ofRefreshes(1))),
        new Step(
            "Bob moves checkout-chat to another team and drops its environment tag.",
            "Only tags change in place; the API updates no date and has no author.",
            () -> as("bob", this::retag),
            StepCounts.of(UPDATED, 1).plus(StepCounts.ofRefreshes(1))),
        new Step(
            "Carol tries to delete checkout-chat and is denied.",
            "Nothing changed, but the attempt is recorded.",
            () -> as("carol", this::deleteDenied),
            StepCounts.ofAttempts(1),
            faults::clear),
        new Step(
            "AWS withdraws the system-defined profile US Claude Sonnet 4 from the region.",
            "It is deleted like any resource, and the history has the date.",
            () -> state.delete("us.anthropic.claude-sonnet-4-20250514-v1:0"),
            StepCounts.of(DELETED, 1)),
        new Step(
            "The API returns everything in another order.",
            "The order of tags and destinations does not matter: nothing is recorded.",
            () -> faults.add(Match.anyCall(), Fault.shuffle(SHUFFLE)),
            StepCounts.NONE,
            faults::clear),
        new Step(
            "A throttling storm: the API refuses every call.",
            "Unknown is not absent: the sweeps are REFUSED, and nothing is deleted.",
            () -> refuseAll(Fault.throttle()),
            StepCounts.ofRefused(SCOPES),
            faults::clear),
        new Step(
            "A new policy denies Bedrock in the whole region.",
            "The sweeps are REFUSED again, with the reason DENIED; no head changes.",
            () -> refuseAll(Fault.deny()),
            StepCounts.ofRefused(SCOPES),
            faults::clear),
        new Step(
            "The listing omits search-rerank, which still exists.",
            "Get confirms each deletion first: the profile exists, so it is an omission.",
            () -> faults.add(Match.anyCall().about(arn("search-rerank")), Fault.omit()),
            StepCounts.ofOmissions(1),
            faults::clear),
        new Step(
            "support-summaries-staging is deleted without an event.",
            "A complete listing lacks it and Get returns NotFound: DELETED, with both proofs.",
            () -> state.delete("support-summaries-staging"),
            StepCounts.of(DELETED, 1)),
        new Step(
            "Alice starts a model import, claims-summarizer.",
            "There is no model yet: the job is stored, with its author.",
            () -> as("alice", this::importModel),
            StepCounts.NONE),
        new Step(
            "The import ends.",
            "No event reports that, so the job is polled: CREATED, with the job's author.",
            () -> {},
            StepCounts.of(CREATED, 1).plus(StepCounts.ofRefreshes(1))),
        new Step(
            "invoice-reader is rescaled from one custom model unit to three.",
            "Units determine the cost of an imported model, so the change is a revision.",
            () -> state.changeUnits("invoice-reader", 3, "v1.0"),
            StepCounts.of(UPDATED, 1)),
        new Step(
            "The details of contract-reviewer cannot be read.",
            "The sweep is PARTIAL, and the model is left unchanged.",
            () ->
                faults.add(
                    Match.calls("GetImportedModel").about(modelArn("contract-reviewer")),
                    Fault.deny()),
            StepCounts.ofPartial(1),
            faults::clear),
        new Step(
            "Bedrock returns a member that no SDK knows yet: latencyTier.",
            "It is kept in the document, and reported once as an unmodeled member.",
            () ->
                state.changeProfile(
                    "search-rerank",
                    profile -> profile.withExtra("latencyTier", TextNode.valueOf("standard"))),
            StepCounts.of(UPDATED, 1).plus(StepCounts.ofDrift(1))),
        new Step(
            "The profile notebooks is deleted.",
            "Its history ends with a DELETED revision, for now.",
            () -> state.delete(recreated.arn()),
            StepCounts.of(DELETED, 1)),
        new Step(
            "A restored backup returns notebooks under the same ARN.",
            "Its history continues: CREATED, with the next revision number.",
            this::recreate,
            StepCounts.of(CREATED, 1)));
  }

  private int resourceCount() {
    return state.profiles(InferenceProfile.Type.SYSTEM_DEFINED).size()
        + state.profiles(InferenceProfile.Type.APPLICATION).size()
        + state.importedModels().size();
  }

  /** The first calls of a sweep, and the only ones if they are refused. */
  private void refuseAll(Fault fault) {
    List.of("ListInferenceProfiles", "ListImportedModels")
        .forEach(operation -> faults.add(Match.calls(operation), fault));
  }

  /** Calls the API as a user, like any client. */
  private void as(String user, Consumer<BedrockClient> calls) {
    try (var client = AwsClients.bedrock(endpoint, region, account + user)) {
      calls.accept(client);
    }
  }

  private void createProfile(BedrockClient bedrock) {
    bedrock.createInferenceProfile(request ->
        request
            .inferenceProfileName("ticket-triage")
            .modelSource(source ->
                source.copyFrom(
                    "arn:aws:bedrock:%s::foundation-model/amazon.nova-lite-v1:0".formatted(region)))
            .tags(tag("team", "support"), tag("cost-center", "4713")));
  }

  private void retag(BedrockClient bedrock) {
    var arn = arn("checkout-chat");
    bedrock.tagResource(request -> request.resourceARN(arn).tags(tag("team", "payments")));
    bedrock.untagResource(request -> request.resourceARN(arn).tagKeys("environment"));
  }

  private void deleteDenied(BedrockClient bedrock) {
    faults.add(Match.calls("DeleteInferenceProfile"), Fault.deny());
    var arn = arn("checkout-chat");
    try {
      bedrock.deleteInferenceProfile(request -> request.inferenceProfileIdentifier(arn));
    } catch (AccessDeniedException refused) {
      return;
    }
    throw new IllegalStateException("carol must be refused, but deleted " + arn);
  }

  private void importModel(BedrockClient bedrock) {
    bedrock.createModelImportJob(request ->
        request
            .jobName("import-claims-summarizer")
            .importedModelName("claims-summarizer")
            .roleArn("arn:aws:iam::%s:role/import".formatted(account))
            .modelDataSource(source ->
                source.s3DataSource(bucket -> bucket.s3Uri("s3://models/claims-summarizer/")))
            .importedModelTags(tag("team", "claims")));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void recreate() {
    state.put(recreated);
    if (!recreatedTags.isEmpty()) {
      state.tag(recreated.arn(), recreatedTags);
    }
  }

  private String arn(String profile) {
    return state.profile(profile).arn();
  }

  private String modelArn(String model) {
    return state.importedModel(model).arn();
  }
}
