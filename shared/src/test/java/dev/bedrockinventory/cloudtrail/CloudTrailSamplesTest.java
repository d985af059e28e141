package dev.bedrockinventory.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records of all types of identity and of neighbouring resources. A recorded one is a real record
 * of a call without its names and numbers; a modelled one is made from the service's model.
 */
class CloudTrailSamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/cloudtrail");
  private static final String PROFILE =
      "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/3yh6w4d8j7j3";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeleteGuardrail.recorded",
        "DeleteModelInvocationLoggingConfiguration.recorded",
        "TagResource-bedrock-agent.modelled",
        "TagResources-tagging.recorded",
        "UntagResource-bedrock-agent.modelled",
        "UpdateGuardrail.recorded"
      })
  void aRecordAboutAnotherResourceIsIrrelevant(String sample) throws IOException {
    assertThat(parse(sample)).isEqualTo(new CloudTrailEvent.Irrelevant());
  }

  @ParameterizedTest
  @CsvSource({
    "AWSService.modelled, " + PROFILE + ", AWSService, cloudformation.amazonaws.com",
    "Root.modelled, 3yh6w4d8j7j3, Root, arn:aws:iam::111122223333:root",
    "WebIdentityUser-IdC.modelled, 3yh6w4d8j7j3, IdentityCenterUser,"
        + " 544894e8-0000-4000-8000-000000000000"
  })
  void aRecordAboutAProfileNamesItAndItsCaller(
      String sample, String resource, String type, String caller) throws IOException {
    var call = ((CloudTrailEvent.Relevant) parse(sample)).call();

    assertThat(call.event()).isEqualTo("DeleteInferenceProfile");
    assertThat(call.resources()).containsOnlyKeys(resource);
    assertThat(call.actor().type()).isEqualTo(type);
    assertThat(call.actor().arn()).isEqualTo(caller);
  }

  @Test
  void everySampleHasATest() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files).hasSize(9);
    }
  }

  private static CloudTrailEvent parse(String sample) throws IOException {
    return CloudTrailParser.read(
        Files.readString(FOLDER.resolve("trail-%s.json".formatted(sample))));
  }
}
