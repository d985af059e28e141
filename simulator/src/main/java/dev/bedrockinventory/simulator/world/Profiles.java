package dev.bedrockinventory.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The inference profiles of an account and region by ARN; {@link RegionState} guards them. */
final class Profiles {
  private final NavigableMap<String, InferenceProfile> profiles = new TreeMap<>();
  private final Map<String, String> requestTokens = new HashMap<>();

  List<InferenceProfile> of(InferenceProfile.Type type) {
    return profiles.values().stream().filter(profile -> profile.type() == type).toList();
  }

  Optional<InferenceProfile> arn(String arn) {
    return Optional.ofNullable(profiles.get(arn));
  }

  Optional<InferenceProfile> arnOrId(String identifier) {
    return arn(identifier).or(() -> first(profile -> profile.id().equals(identifier)));
  }

  Optional<InferenceProfile> name(String name) {
    return first(profile -> profile.name().equals(name));
  }

  Optional<InferenceProfile> madeBy(Optional<String> requestToken) {
    return requestToken.map(requestTokens::get).flatMap(this::arn);
  }

  void remember(Optional<String> requestToken, InferenceProfile made) {
    requestToken.ifPresent(token -> requestTokens.put(token, made.arn()));
  }

  void put(InferenceProfile profile) {
    profiles.put(profile.arn(), profile);
  }

  void remove(String arn) {
    profiles.remove(arn);
  }

  void clear() {
    profiles.clear();
    requestTokens.clear();
  }

  private Optional<InferenceProfile> first(Predicate<InferenceProfile> wanted) {
    return profiles.values().stream().filter(wanted).findFirst();
  }
}
