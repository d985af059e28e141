package dev.bedrockinventory.simulator.world;

import static dev.bedrockinventory.simulator.world.InferenceProfile.Type.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RegionStateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private final World world = new World(InstantSource.fixed(NOW), 31);
  private final RegionState place = world.place("111122223333", "us-east-2");

  @Test
  void aProfileReturnsUnderTheSameArnWithoutItsTags() {
    var profile = place.createProfile("chat", Map.of("team", "a"));

    assertThat(place.delete("chat")).isEqualTo(profile.arn());
    assertThat(place.findProfile(profile.arn())).isEmpty();

    place.put(profile.withCreatedAt(NOW.plusSeconds(60)));
    assertThat(place.profile(profile.id()).createdAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(place.tags(profile.arn())).isEmpty();
  }

  @Test
  void rawMembersAndUnknownStatusAreReturnedUnchanged() {
    var value = JsonNodeFactory.instance.objectNode().put("tier", "gold");
    var profile =
        place.changeProfile(
            "US Nova Pro", p -> p.withExtra("service", value).withStatus("RETIRING"));
    var model = place.importModel("reader", 1, Map.of()).withExtra("service", value);

    assertThat(profile.json().get("service")).isEqualTo(value);
    assertThat(profile.json().get("status").asText()).isEqualTo("RETIRING");
    assertThat(model.summary().get("service")).isEqualTo(value);
    assertThat(model.detail().get("service")).isEqualTo(value);
  }

  @Test
  void theExamplesHaveTagsAndCustomModelUnits() {
    var seeded = world.seedExamples("111122223333", "us-east-2");

    assertThat(seeded.profiles(APPLICATION)).hasSize(5);
    assertThat(seeded.tags(seeded.profile("checkout-chat").arn())).containsKey("cost-center");
    assertThat(seeded.importedModels())
        .extracting(ImportedModel::units)
        .containsExactlyInAnyOrder(1, 2);
    assertThat(world.seedExamples("111122223333", "eu-west-1").importedModels()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameIds() {
    var again = new World(InstantSource.fixed(NOW), 31).place("111122223333", "us-east-2");
    var other = new World(InstantSource.fixed(NOW), 32).place("111122223333", "us-east-2");

    var ids = Set.copyOf(place.createProfiles(20));

    assertThat(Set.copyOf(again.createProfiles(20))).isEqualTo(ids);
    assertThat(Set.copyOf(other.createProfiles(20))).isNotEqualTo(ids);
  }

  @Test
  void thousandsOfProfilesAreOneCall() {
    assertThat(place.createProfiles(5000)).hasSize(5000).doesNotHaveDuplicates();
    assertThat(place.tagIndex()).hasSize(5000);

    place.clear();
    assertThat(place.profiles(APPLICATION)).isEmpty();
    assertThat(place.tagIndex()).isEmpty();
  }

  @Test
  void aMissingResourceIsNamedInTheError() {
    assertThatThrownBy(() -> place.tag("nothing", Map.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No inference profile nothing in account 111122223333 and region us-east-2; put or"
                + " create it first");
  }
}
