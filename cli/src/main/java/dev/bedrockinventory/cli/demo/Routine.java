package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.Tag;

/**
 * What people do on ordinary days: an endless sequence of calls that create, tag and delete
 * application profiles. The same seed gives the same sequence. It is planned ahead: each call
 * expects that those before it were carried out. The number of profiles is bounded. Not
 * thread-safe.
 */
final class Routine {
  /** The most profiles of its own that exist at the same time. */
  static final int MOST_PROFILES = 12;

  private static final List<String> PEOPLE =
      List.of("alice", "bob", "carol", "dave", "erin", "pipeline");
  private static final List<String> TEAMS =
      Company.COST_CENTERS.keySet().stream().sorted().toList();
  private static final List<String> SUBJECTS =
      List.of("invoice", "refund", "return", "review", "email", "policy", "shipping", "contract");
  private static final List<String> TASKS =
      List.of("summary", "triage", "drafts", "checks", "search", "labels");
  private static final List<String> MODELS =
      List.of("amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0", "amazon.nova-micro-v1:0");

  private final World world;
  private final ApiUsers users;
  private final Random random;
  private final List<Planned> profiles = new ArrayList<>();
  private final List<Planned> own = new ArrayList<>();

  Routine(World world, ApiUsers users, List<Company.Profile> existing, long seed) {
    this.world = world;
    this.users = users;
    this.random = new Random(seed);
    existing.forEach(profile ->
        profiles.add(new Planned(profile.region(), profile.name(), new TreeMap<>(profile.tags()))));
  }

  /** A profile with the tags that it has after all calls planned so far. */
  private record Planned(String region, String name, Map<String, String> tags) {}

  /** Plans the next call. */
  Work next() {
    int dice = random.nextInt(10);
    var isEmpty = profiles.isEmpty() && own.isEmpty();
    if (isEmpty || (dice < 3 && own.size() < MOST_PROFILES)) {
      return create();
    }
    if (dice < 5 && own.size() > MOST_PROFILES / 3) {
      return delete();
    }
    return dice < 8 ? move() : setOwner();
  }

  private Work create() {
    var region = any(Company.REGIONS);
    var taken =
        Stream.concat(profiles.stream(), own.stream())
            .filter(profile -> profile.region().equals(region))
            .map(Planned::name)
            .toList();
    var free =
        SUBJECTS.stream()
            .flatMap(subject -> TASKS.stream().map(task -> subject + "-" + task))
            .filter(name -> !taken.contains(name))
            .toList();
    var profile =
        new Planned(
            region,
            any(free),
            new TreeMap<>(Company.tags(any(TEAMS), any(List.of("staging", "production")))));
    own.add(profile);
    var model = "arn:aws:bedrock:%s::foundation-model/%s".formatted(region, any(MODELS));
    var tags = tags(profile.tags());
    var user = any(PEOPLE);
    return new Work(
        ChangeKind.CREATED,
        () ->
            users.as(
                user,
                region,
                bedrock ->
                    bedrock.createInferenceProfile(request ->
                        request
                            .inferenceProfileName(profile.name())
                            .modelSource(source -> source.copyFrom(model))
                            .tags(tags))));
  }

  private Work delete() {
    var profile = own.remove(random.nextInt(own.size()));
    return work(
        ChangeKind.DELETED,
        profile,
        (bedrock, arn) ->
            bedrock.deleteInferenceProfile(request -> request.inferenceProfileIdentifier(arn)));
  }

  /** Another team pays for a profile from now on. */
  private Work move() {
    var profile = anyProfile();
    var team =
        any(TEAMS.stream().filter(each -> !each.equals(profile.tags().get("team"))).toList());
    return tag(
        profile,
        Map.of("team", team, "cost-center", Company.COST_CENTERS.getOrDefault(team, "none")));
  }

  private Work setOwner() {
    var profile = anyProfile();
    var owner =
        any(PEOPLE.stream().filter(each -> !each.equals(profile.tags().get("owner"))).toList());
    return tag(profile, Map.of("owner", owner));
  }

  private Work tag(Planned profile, Map<String, String> tags) {
    profile.tags().putAll(tags);
    return work(
        ChangeKind.UPDATED,
        profile,
        (bedrock, arn) ->
            bedrock.tagResource(request -> request.resourceARN(arn).tags(tags(tags))));
  }

  private Work work(ChangeKind change, Planned profile, BiConsumer<BedrockClient, String> call) {
    var user = any(PEOPLE);
    return new Work(
        change,
        () ->
            arn(profile)
                .ifPresent(
                    arn -> users.as(user, profile.region(), bedrock -> call.accept(bedrock, arn))));
  }

  /** Absent if another client deleted the profile. */
  private Optional<String> arn(Planned profile) {
    return world
        .place(Company.ACCOUNT, profile.region())
        .profiles(InferenceProfile.Type.APPLICATION)
        .stream()
        .filter(each -> each.name().equals(profile.name()))
        .map(InferenceProfile::arn)
        .findFirst();
  }

  private Planned anyProfile() {
    int index = random.nextInt(profiles.size() + own.size());
    return index < profiles.size() ? profiles.get(index) : own.get(index - profiles.size());
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
