package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.LISTED;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.world.ImportRequest;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.model.CustomModelUnits;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;

/** Holds what the simulator answers against the members of the SDK's own model. */
final class MembersTest {
  private static final Map<String, String> TAGS = Map.of("team", "legal");

  private final ManualClock clock = new ManualClock();
  private final World world = new World(clock, 3);

  @Test
  void aSeededProfileHasExactlyTheMembersOfTheModel() {
    var seeded =
        world.place(ACCOUNT, OHIO).profiles(InferenceProfile.Type.SYSTEM_DEFINED).stream()
            .map(InferenceProfile::json)
            .toList();

    assertThat(seeded).hasSize(LISTED);
    assertThat(seeded)
        .allSatisfy(json ->
            assertThat(names(json))
                .isEqualTo(names(InferenceProfileSummary.builder().build()))
                .isEqualTo(names(GetInferenceProfileResponse.builder().build())));
  }

  @Test
  void anApplicationProfileWithoutDescriptionLacksThatMemberOnly() {
    var json = world.place(ACCOUNT, OHIO).createProfile("chat", TAGS).json();

    var expected = names(InferenceProfileSummary.builder().build());
    expected.remove("description");
    assertThat(names(json)).isEqualTo(expected);
  }

  @Test
  void anImportedModelWithAKeyHasExactlyTheMembersOfTheModel() {
    var place = world.place(ACCOUNT, OHIO);
    var job = place.startImport(encrypted());
    clock.advance(Duration.ofSeconds(2));

    var model = place.importedModel("reader");

    assertThat(names(model.summary())).isEqualTo(names(ImportedModelSummary.builder().build()));
    assertThat(names(model.detail())).isEqualTo(names(GetImportedModelResponse.builder().build()));
    assertThat(names((ObjectNode) model.detail().get("customModelUnits")))
        .isEqualTo(names(CustomModelUnits.builder().build()));
    assertThat(names(job.summary(clock.instant())))
        .isEqualTo(names(ModelImportJobSummary.builder().build()));
    assertThat(names(GetModelImportJobResponse.builder().build()))
        .containsAll(names(job.detail(clock.instant())));
  }

  private static ImportRequest encrypted() {
    return new ImportRequest(
        "job",
        "reader",
        "arn:aws:iam::111122223333:role/import",
        "s3://models/reader/",
        Optional.of("arn:aws:kms:us-east-2:111122223333:key/k"),
        Optional.empty(),
        Map.of(),
        TAGS,
        Optional.empty());
  }

  private static Set<String> names(ObjectNode json) {
    return new TreeSet<>(List.copyOf(json.properties()).stream().map(Map.Entry::getKey).toList());
  }

  private static Set<String> names(SdkPojo pojo) {
    return new TreeSet<>(pojo.sdkFields().stream().map(field -> field.locationName()).toList());
  }
}
