package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.S3DataSource;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

final class ModelImportServiceTest {
  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 13);
  private final BedrockClient bedrock = TestClients.of(simulator).bedrock();

  @AfterEach
  void close() {
    bedrock.close();
    simulator.close();
  }

  @Test
  void anImportEndsAfterTwoSecondsOfTheClock() {
    String job = start("nightly", "reader");

    clock.advance(Duration.ofMillis(1999));
    var running = bedrock.getModelImportJob(r -> r.jobIdentifier(job));
    assertThat(running.status()).isEqualTo(ModelImportJobStatus.IN_PROGRESS);
    assertThat(running.importedModelArn()).isNull();
    assertThat(bedrock.listImportedModels(r -> {}).modelSummaries()).isEmpty();

    clock.advance(Duration.ofMillis(1));
    var ended = bedrock.getModelImportJob(r -> r.jobIdentifier("nightly"));
    assertThat(ended.status()).isEqualTo(ModelImportJobStatus.COMPLETED);
    assertThat(ended.endTime()).isEqualTo(clock.instant());

    GetImportedModelResponse model = bedrock.getImportedModel(r -> r.modelIdentifier("reader"));
    assertThat(model.modelArn()).isEqualTo(ended.importedModelArn());
    assertThat(model.jobArn()).isEqualTo(job);
    assertThat(model.modelDataSource().s3DataSource().s3Uri()).isEqualTo("s3://models/reader/");
    assertThat(model.customModelUnits().customModelUnitsVersion()).isEqualTo("v1.0");
    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(model.modelArn())).tags())
        .containsExactly(Tag.builder().key("team").value("legal").build());
  }

  @Test
  void aFailedImportReturnsItsReasonAndCreatesNoModel() {
    simulator.place(ACCOUNT, OHIO).failNextImport("The weights are not readable");
    String job = start("nightly", "reader");
    clock.advance(Duration.ofSeconds(2));

    var ended = bedrock.getModelImportJob(r -> r.jobIdentifier(job));

    assertThat(ended.status()).isEqualTo(ModelImportJobStatus.FAILED);
    assertThat(ended.failureMessage()).isEqualTo("The weights are not readable");
    assertThat(bedrock.listImportedModels(r -> {}).modelSummaries()).isEmpty();
  }

  @Test
  void theListFiltersSortsAndPages() {
    var place = simulator.place(ACCOUNT, OHIO);
    place.importModel("reader-one", 1, Map.of());
    clock.advance(Duration.ofHours(1));
    var middle = clock.instant();
    place.importModel("reader-two", 1, Map.of());
    clock.advance(Duration.ofHours(1));
    place.importModel("writer", 1, Map.of());

    assertThat(bedrock.listImportedModels(r -> r.nameContains("reader")).modelSummaries())
        .extracting(ImportedModelSummary::modelName)
        .containsExactly("reader-one", "reader-two");
    assertThat(
            bedrock
                .listImportedModels(r ->
                    r.creationTimeAfter(middle.minus(1, ChronoUnit.SECONDS))
                        .creationTimeBefore(middle.plus(1, ChronoUnit.SECONDS)))
                .modelSummaries())
        .extracting(ImportedModelSummary::modelName)
        .containsExactly("reader-two");
    assertThat(
            bedrock
                .listImportedModelsPaginator(
                    r -> r.sortOrder(SortOrder.DESCENDING).sortBy("CreationTime").maxResults(2))
                .modelSummaries())
        .extracting(ImportedModelSummary::modelName)
        .containsExactly("writer", "reader-two", "reader-one");
  }

  @Test
  void aModelIsGotAndDeletedByNameOrArn() {
    var place = simulator.place(ACCOUNT, OHIO);
    String arn = place.importModel("reader", 3, Map.of()).arn();
    place.changeUnits("reader", 4, "v1.1");

    var units = bedrock.getImportedModel(r -> r.modelIdentifier(arn)).customModelUnits();
    assertThat(units.customModelUnitsPerModelCopy()).isEqualTo(4);
    assertThat(units.customModelUnitsVersion()).isEqualTo("v1.1");

    bedrock.deleteImportedModel(r -> r.modelIdentifier("reader"));
    assertThatThrownBy(() -> bedrock.getImportedModel(r -> r.modelIdentifier(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void importRunsInItsFourRegionsOnly() {
    for (String region : new String[] {"us-east-1", "us-east-2", "us-west-2", "eu-central-1"}) {
      try (var client = TestClients.of(simulator, ACCOUNT, region).bedrock()) {
        assertThat(client.listImportedModels(r -> {}).modelSummaries()).isEmpty();
      }
    }
    try (var ireland = TestClients.of(simulator, ACCOUNT, "eu-west-1").bedrock()) {
      assertThatThrownBy(() -> ireland.listImportedModels(r -> {}))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("Unknown Operation");
    }
  }

  @Test
  void aRepeatedRequestTokenStartsNoSecondJob() {
    assertThat(start("nightly", "reader")).isEqualTo(start("nightly", "reader"));
    assertThat(bedrock.listModelImportJobs(r -> {}).modelImportJobSummaries()).hasSize(1);
  }

  private String start(String jobName, String modelName) {
    return bedrock
        .createModelImportJob(request ->
            request
                .jobName(jobName)
                .importedModelName(modelName)
                .roleArn("arn:aws:iam::111122223333:role/import")
                .clientRequestToken("token-" + jobName)
                .importedModelTags(Tag.builder().key("team").value("legal").build())
                .modelDataSource(
                    ModelDataSource.fromS3DataSource(
                        S3DataSource.builder().s3Uri("s3://models/" + modelName + "/").build())))
        .jobArn();
  }
}
