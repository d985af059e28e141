package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.LISTED;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.CreateInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModel;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModelSource;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesResponse;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

final class InferenceProfileServiceTest {
  private static final String NOVA = "us.amazon.nova-lite-v1:0";
  private static final String NOVA_ARN =
      "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0";

  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 7);
  private final BedrockClient bedrock = TestClients.of(simulator).bedrock();

  @AfterEach
  void close() {
    bedrock.close();
    simulator.close();
  }

  @Test
  void aListWithoutTypeReturnsSystemProfilesOnly() {
    simulator.place(ACCOUNT, OHIO).createProfile("chat", Map.of());

    var listed = bedrock.listInferenceProfiles(request -> {});

    assertThat(listed.inferenceProfileSummaries())
        .hasSize(LISTED)
        .extracting(InferenceProfileSummary::type)
        .containsOnly(InferenceProfileType.SYSTEM_DEFINED);
    assertThat(listed.nextToken()).isNull();
  }

  @Test
  void systemProfilesAreTheRecordedOnes() {
    var profile = bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier(NOVA));

    assertThat(profile.inferenceProfileArn()).isEqualTo(NOVA_ARN);
    assertThat(profile.inferenceProfileName()).isEqualTo("US Nova Lite");
    assertThat(profile.createdAt()).isEqualTo("2024-11-29T13:23:00Z");
    assertThat(profile.models())
        .extracting(InferenceProfileModel::modelArn)
        .containsExactly(
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0",
            "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0");
    assertThat(profile.statusAsString()).isEqualTo("ACTIVE");
  }

  @Test
  void aGlobalProfileHasADestinationWithAnEmptyRegion() {
    var profile =
        bedrock.getInferenceProfile(
            r -> r.inferenceProfileIdentifier("global.amazon.nova-2-lite-v1:0"));

    assertThat(profile.models())
        .extracting(InferenceProfileModel::modelArn)
        .containsExactly(
            "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-2-lite-v1:0",
            "arn:aws:bedrock:::foundation-model/amazon.nova-2-lite-v1:0");
  }

  @Test
  void otherGeographiesHaveTheirOwnPrefixAndDestinations() {
    try (var frankfurt = TestClients.of(simulator, ACCOUNT, "eu-central-1").bedrock()) {
      var profile =
          frankfurt.getInferenceProfile(
              r -> r.inferenceProfileIdentifier("eu.amazon.nova-lite-v1:0"));

      assertThat(profile.inferenceProfileName()).isEqualTo("EU Nova Lite");
      assertThat(profile.models().getFirst().modelArn())
          .isEqualTo("arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0");
    }
  }

  @Test
  void pagesGiveEveryProfileOnceAndTokensAreOpaque() {
    simulator.place(ACCOUNT, OHIO).createProfiles(25);

    var arns = new ArrayList<String>();
    var pages = new ArrayList<ListInferenceProfilesResponse>();
    bedrock
        .listInferenceProfilesPaginator(r -> r.typeEquals("APPLICATION").maxResults(10))
        .forEach(pages::add);
    pages.forEach(
        page -> page.inferenceProfileSummaries().forEach(p -> arns.add(p.inferenceProfileArn())));

    assertThat(pages).hasSize(3);
    assertThat(pages.getFirst().nextToken()).matches("\\S+").doesNotContain("arn:");
    assertThat(arns).hasSize(25).doesNotHaveDuplicates();
    assertThat(simulator.calls().count("ListInferenceProfiles")).isEqualTo(3);
  }

  @Test
  void aPageNeitherSkipsNorRepeatsWhenAnotherProfileGoes() {
    var place = simulator.place(ACCOUNT, OHIO);
    place.createProfiles(4);
    var first = bedrock.listInferenceProfiles(r -> r.typeEquals("APPLICATION").maxResults(2));
    place.delete(first.inferenceProfileSummaries().getFirst().inferenceProfileArn());

    var second =
        bedrock.listInferenceProfiles(
            r -> r.typeEquals("APPLICATION").maxResults(2).nextToken(first.nextToken()));

    assertThat(second.inferenceProfileSummaries()).hasSize(2);
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void aTokenIsOnlyGoodForTheQueryThatGaveIt() {
    var first = bedrock.listInferenceProfiles(r -> r.maxResults(2));

    assertThatThrownBy(() ->
            bedrock.listInferenceProfiles(
                r -> r.typeEquals("APPLICATION").nextToken(first.nextToken())))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> bedrock.listInferenceProfiles(r -> r.nextToken("invented")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void maxResultsOutsideItsBoundsIsRefusedInTheServicesWords() {
    assertThatThrownBy(() -> bedrock.listInferenceProfiles(r -> r.maxResults(1001)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(
            "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy"
                + " constraint: Member must have value less than or equal to 1000");
    assertThatThrownBy(() -> bedrock.listInferenceProfiles(r -> r.maxResults(0)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("greater than or equal to 1");
  }

  @Test
  void aCreatedProfileIsListedGotByIdAndByArnAndDeleted() {
    var created = create("Checkout chat", NOVA_ARN, "token-1");

    String arn = created.inferenceProfileArn();
    assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
    assertThat(arn)
        .matches(
            "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/[a-z0-9]{12}");
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    var byId = bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier(id));
    var byArn = bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier(arn));
    assertThat(byId.equalsBySdkFields(byArn)).isTrue();
    assertThat(byId.models()).hasSize(3);
    assertThat(byId.createdAt()).isEqualTo(clock.instant());
    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(arn)).tags())
        .containsExactly(Tag.builder().key("team").value("checkout").build());

    bedrock.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(id));

    assertThatThrownBy(() -> bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier(arn)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(
            "The specified resource Amazon Resource Name (ARN) was not found. Check the Amazon"
                + " Resource Name (ARN) and try your request again.");
  }

  @Test
  void aRepeatedRequestTokenMakesNoSecondProfile() {
    var first = create("chat", NOVA_ARN, "token-1");
    var again = create("chat", NOVA_ARN, "token-1");
    var other = create("chat", NOVA_ARN, "token-2");

    assertThat(again.inferenceProfileArn()).isEqualTo(first.inferenceProfileArn());
    assertThat(other.inferenceProfileArn()).isNotEqualTo(first.inferenceProfileArn());
  }

  @Test
  void everyBrokenConstraintIsNamed() {
    assertThatThrownBy(() -> create("-chat", "arn:aws:s3:::bucket", "token-1"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("2 validation errors detected")
        .hasMessageContaining("Value '-chat' at 'inferenceProfileName'")
        .hasMessageContaining("at 'modelSource.copyFrom'");
    assertThatThrownBy(() -> create("x".repeat(65), NOVA_ARN, "token-1"))
        .hasMessageContaining("Member must have length less than or equal to 64");
  }

  @Test
  void copyingAMissingSourceIsNotFound() {
    assertThatThrownBy(() -> create("chat", NOVA_ARN + "9", "token-1"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aSystemProfileCannotBeDeleted() {
    assertThatThrownBy(
            () -> bedrock.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(NOVA)))
        .isInstanceOf(ValidationException.class);
  }

  private CreateInferenceProfileResponse create(String name, String copyFrom, String token) {
    return bedrock.createInferenceProfile(request ->
        request
            .inferenceProfileName(name)
            .clientRequestToken(token)
            .modelSource(InferenceProfileModelSource.fromCopyFrom(copyFrom))
            .tags(Tag.builder().key("team").value("checkout").build()));
  }
}
