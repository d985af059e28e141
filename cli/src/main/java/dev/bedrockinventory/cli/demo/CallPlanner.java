package dev.bedrockinventory.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plans what people do on ordinary days: an endless sequence of calls that create, tag and delete
 * application profiles. The same seed gives the same sequence. It is planned ahead: each call
 * expects that those before it were carried out. The number of profiles is bounded. Not
 * thread-safe.
 */
final class CallPlanner {
  /** The most profiles of its own that exist at the same time. */
  static final int MOST_PROFILES = 12;

  private static final List<String> PEOPLE =
      List.of("alice", "bob", "carol", "dave", "erin", "pipeline");
  private static final List<String> TEAMS =
      DemoAccount.COST_CENTERS.keySet().stream().sorted().toList();
  private static final List<String> SUBJECTS =
      List.of("invoice", "refund", "return", "review", "email", "policy", "shipping", "contract");
  private static final List<String> TASKS =
      List.of("summary", "triage", "drafts", "checks", "search", "labels");

  /** The models of system profiles that each region lists with the prefix of its geography. */
  private static final List<String> MODELS =
      List.of("amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0", "amazon.nova-micro-v1:0");

  private final Random random;
  private final List<PlannedProfile> profiles = new ArrayList<>();
  private final List<PlannedProfile> own = new ArrayList<>();

  CallPlanner(List<DemoAccount.Profile> existing, long seed) {
    this.random = new Random(seed);
    existing.forEach(profile ->
        profiles.add(
            new PlannedProfile(profile.region(), profile.name(), new TreeMap<>(profile.tags()))));
  }

  /** A profile with the tags that it has after all calls planned so far. */
  private record PlannedProfile(String region, String name, Map<String, String> tags) {}

  /** Plans the next call. */
  PlannedCall next() {
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

  private PlannedCall create() {
    var region = any(DemoAccount.REGIONS);
    var taken =
        Stream.concat(profiles.stream(), own.stream())
            .filter(profile -> profile.region().equals(region))
            .map(PlannedProfile::name)
            .toList();
    var free =
        SUBJECTS.stream()
            .flatMap(subject -> TASKS.stream().map(task -> subject + "-" + task))
            .filter(name -> !taken.contains(name))
            .toList();
    var profile =
        new PlannedProfile(
            region,
            any(free),
            new TreeMap<>(DemoAccount.tags(any(TEAMS), any(List.of("staging", "production")))));
    own.add(profile);
    var source =
        "arn:aws:bedrock:%s:%s:inference-profile/%s.%s"
            .formatted(region, DemoAccount.ID, region.substring(0, 2), any(MODELS));
    return new PlannedCall.Create(any(PEOPLE), region, profile.name(), source, profile.tags());
  }

  private PlannedCall delete() {
    var profile = own.remove(random.nextInt(own.size()));
    return new PlannedCall.Delete(any(PEOPLE), profile.region(), profile.name());
  }

  /** Another team pays for a profile from now on. */
  private PlannedCall move() {
    var profile = anyProfile();
    var team =
        any(TEAMS.stream().filter(each -> !each.equals(profile.tags().get("team"))).toList());
    return tag(
        profile,
        Map.of("team", team, "cost-center", DemoAccount.COST_CENTERS.getOrDefault(team, "none")));
  }

  private PlannedCall setOwner() {
    var profile = anyProfile();
    var owner =
        any(PEOPLE.stream().filter(each -> !each.equals(profile.tags().get("owner"))).toList());
    return tag(profile, Map.of("owner", owner));
  }

  private PlannedCall tag(PlannedProfile profile, Map<String, String> tags) {
    profile.tags().putAll(tags);
    return new PlannedCall.SetTags(any(PEOPLE), profile.region(), profile.name(), tags);
  }

  private PlannedProfile anyProfile() {
    int index = random.nextInt(profiles.size() + own.size());
    return index < profiles.size() ? profiles.get(index) : own.get(index - profiles.size());
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
