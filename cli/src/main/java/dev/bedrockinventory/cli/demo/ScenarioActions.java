package dev.bedrockinventory.cli.demo;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Faults;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.RegionState;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** What happens in the steps of a scenario: calls of people, changes by AWS, and faults. */
final class ScenarioActions {
  private static final int SHUFFLE = 7;
  private static final String WITHDRAWN = "anthropic.claude-sonnet-4-20250514-v1:0";

  private final Simulator simulator;
  private final ApiUsers users;
  private final RegionState home;
  private final Faults faults;
  private final InferenceProfile recreated;
  private final Map<String, String> recreatedTags;

  ScenarioActions(Simulator simulator, ApiUsers users) {
    this.simulator = simulator;
    this.users = users;
    this.home = simulator.place(DemoAccount.ID, DemoAccount.HOME);
    this.faults = simulator.faults();
    this.recreated = home.profile("notebooks");
    this.recreatedTags = home.tags(recreated.arn());
  }

  /** The number of resources in all regions. */
  int resourceCount() {
    return DemoAccount.REGIONS.stream().map(this::region).mapToInt(ScenarioActions::count).sum();
  }

  void createProfile() {
    users.as(
        "alice",
        DemoAccount.HOME,
        bedrock ->
            bedrock.createInferenceProfile(request ->
                request
                    .inferenceProfileName("ticket-triage")
                    .modelSource(source ->
                        source.copyFrom(
                            "arn:aws:bedrock:%s::foundation-model/amazon.nova-lite-v1:0"
                                .formatted(DemoAccount.HOME)))
                    .tags(tag("team", "support"), tag("cost-center", "4713"))));
  }

  void retag() {
    var arn = profileArn("checkout-chat");
    users.as(
        "bob",
        DemoAccount.HOME,
        bedrock -> {
          bedrock.tagResource(request -> request.resourceARN(arn).tags(tag("team", "payments")));
          bedrock.untagResource(request -> request.resourceARN(arn).tagKeys("environment"));
        });
  }

  void deleteDenied() {
    faults.add(Match.calls("DeleteInferenceProfile"), Fault.deny());
    var arn = profileArn("checkout-chat");
    try {
      users.as(
          "carol",
          DemoAccount.HOME,
          bedrock ->
              bedrock.deleteInferenceProfile(request -> request.inferenceProfileIdentifier(arn)));
    } catch (AccessDeniedException refused) {
      return;
    }
    throw new IllegalStateException("carol must be refused, but deleted " + arn);
  }

  void startImport() {
    users.as(
        "alice",
        DemoAccount.HOME,
        bedrock ->
            bedrock.createModelImportJob(request ->
                request
                    .jobName("import-claims-summarizer")
                    .importedModelName("claims-summarizer")
                    .roleArn("arn:aws:iam::%s:role/import".formatted(DemoAccount.ID))
                    .modelDataSource(source ->
                        source.s3DataSource(
                            bucket -> bucket.s3Uri("s3://models/claims-summarizer/")))
                    .importedModelTags(tag("team", "claims"))));
  }

  /** AWS withdraws a model: its geographic and its global profile vanish from a region. */
  void withdraw(String region) {
    var state = region(region);
    state.profiles(InferenceProfile.Type.SYSTEM_DEFINED).stream()
        .filter(profile -> profile.id().endsWith("." + WITHDRAWN))
        .forEach(profile -> state.delete(profile.arn()));
  }

  void throttleProfiles(String region) {
    faults.add(Match.calls("ListInferenceProfiles").inRegion(region), Fault.throttle());
  }

  void throttleAll() {
    listings().forEach(listing -> faults.add(listing, Fault.throttle()));
  }

  void denyAll(String region) {
    listings().forEach(listing -> faults.add(listing.inRegion(region), Fault.deny()));
  }

  void shuffle() {
    faults.add(Match.anyCall(), Fault.shuffle(SHUFFLE));
  }

  void omit(String profile) {
    faults.add(Match.anyCall().about(profileArn(profile)), Fault.omit());
  }

  void denyDetails(String model) {
    faults.add(
        Match.calls("GetImportedModel").about(home.importedModel(model).arn()), Fault.deny());
  }

  void addUnknownMember(String profile) {
    home.changeProfile(
        profile, each -> each.withExtra("latencyTier", TextNode.valueOf("standard")));
  }

  void rescale(String region, String model, int units) {
    region(region).changeUnits(model, units, "v1.0");
  }

  /** Without a call, and so without an event. */
  void deleteUnseen(String profile) {
    home.delete(profile);
  }

  void recreate() {
    home.put(recreated);
    if (!recreatedTags.isEmpty()) {
      home.tag(recreated.arn(), recreatedTags);
    }
  }

  void clearFaults() {
    faults.clear();
  }

  /** The first calls of a sweep, and the only ones if they are refused. */
  private static List<Match> listings() {
    return List.of(Match.calls("ListInferenceProfiles"), Match.calls("ListImportedModels"));
  }

  private static int count(RegionState region) {
    return region.profiles(InferenceProfile.Type.SYSTEM_DEFINED).size()
        + region.profiles(InferenceProfile.Type.APPLICATION).size()
        + region.importedModels().size();
  }

  private RegionState region(String name) {
    return simulator.place(DemoAccount.ID, name);
  }

  private String profileArn(String name) {
    return home.profile(name).arn();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
