package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.wire.LoggedCall;
import dev.bedrockinventory.simulator.world.Support;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;
import software.amazon.awssdk.services.sts.model.StsException;

final class AuthenticatorTest {
  private final Simulator simulator = Simulator.start(0, new ManualClock(), 17);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333alice, 111122223333, arn:aws:iam::111122223333:user/alice",
    "444455556666bob, 444455556666, arn:aws:iam::444455556666:user/bob",
    "AKIAEXAMPLE, 111122223333, arn:aws:iam::111122223333:user/developer",
    "44445555666, 111122223333, arn:aws:iam::111122223333:user/developer"
  })
  void theAccessKeyIdentifiesTheCaller(String key, String account, String arn) {
    try (var sts = TestClients.of(simulator, key, OHIO).sts()) {
      var identity = sts.getCallerIdentity();

      assertThat(identity.account()).isEqualTo(account);
      assertThat(identity.arn()).isEqualTo(arn);
      assertThat(identity.userId()).isNotBlank();
    }
  }

  @Test
  void anAssumedRoleActsInItsOwnAccount() {
    simulator.place("444455556666", OHIO).createProfile("theirs", Map.of());
    try (var sts = TestClients.of(simulator).sts()) {
      var answer =
          sts.assumeRole(r ->
              r.roleArn("arn:aws:iam::444455556666:role/path/reader")
                  .roleSessionName("inventory")
                  .durationSeconds(900));

      var keys = answer.credentials();
      assertThat(keys.accessKeyId()).startsWith("444455556666").matches("[A-Za-z0-9]+");
      assertThat(keys.expiration()).isEqualTo("2026-03-01T12:15:00Z");
      var session =
          AwsSessionCredentials.create(
              keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
      var clients =
          new TestClients(simulator.endpoint(), OHIO, StaticCredentialsProvider.create(session));
      try (var bedrock = clients.bedrock();
          var asRole = clients.sts()) {
        assertThat(
                bedrock
                    .listInferenceProfiles(r -> r.typeEquals("APPLICATION"))
                    .inferenceProfileSummaries())
            .hasSize(1);
        assertThat(asRole.getCallerIdentity().arn())
            .isEqualTo("arn:aws:sts::444455556666:assumed-role/reader/inventory")
            .isEqualTo(answer.assumedRoleUser().arn());
      }
      assertThatThrownBy(
              () -> sts.assumeRole(r -> r.roleArn("arn:aws:iam::1:role/x").roleSessionName("s")))
          .isInstanceOf(StsException.class)
          .hasMessageContaining("validation error");
    }
  }

  @Test
  void theKeysOfASessionNeedItsToken() {
    try (var sts = TestClients.of(simulator).sts()) {
      var keys =
          sts.assumeRole(
                  r -> r.roleArn("arn:aws:iam::444455556666:role/reader").roleSessionName("one"))
              .credentials();
      try (var bedrock = TestClients.of(simulator, keys.accessKeyId(), OHIO).bedrock()) {
        assertThatThrownBy(() -> bedrock.listInferenceProfiles(r -> {}))
            .isInstanceOfSatisfying(
                BedrockException.class,
                e ->
                    assertThat(e.awsErrorDetails().errorCode())
                        .isEqualTo("UnrecognizedClientException"));
      }
    }
  }

  @Test
  void accountsAndRegionsDoNotSeeEachOther() {
    String arn = simulator.place(ACCOUNT, OHIO).createProfile("ours", Map.of()).arn();
    try (var other = TestClients.of(simulator, "444455556666", OHIO).bedrock();
        var elsewhere = TestClients.of(simulator, ACCOUNT, "us-west-2").bedrock()) {
      assertThat(
              other
                  .listInferenceProfiles(r -> r.typeEquals("APPLICATION"))
                  .inferenceProfileSummaries())
          .isEmpty();
      assertThatThrownBy(() -> other.getInferenceProfile(r -> r.inferenceProfileIdentifier(arn)))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(
              () -> elsewhere.getInferenceProfile(r -> r.inferenceProfileIdentifier(arn)))
          .isInstanceOf(ValidationException.class);
    }
  }

  @Test
  void unsupportedRegionsRefuseInBothDocumentedMessages() {
    simulator.world().support("us-west-1", Support.NOT_AUTHORIZED);
    try (var hongKong = TestClients.of(simulator, ACCOUNT, "ap-east-1").bedrock();
        var bahrain = TestClients.of(simulator, ACCOUNT, "me-south-1").bedrock();
        var california = TestClients.of(simulator, ACCOUNT, "us-west-1").bedrock()) {
      assertThatThrownBy(() -> hongKong.listInferenceProfiles(r -> {}))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("Unknown Operation");
      assertThatThrownBy(() -> bahrain.listInferenceProfiles(r -> {}))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("Your account is not authorized to invoke this API operation");
      assertThatThrownBy(() -> california.listInferenceProfiles(r -> {}))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void anUnsignedRequestIsForbidden() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(simulator.endpoint().resolve("/inference-profiles")).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("MissingAuthenticationTokenException");
      assertThat(simulator.calls().all()).isEmpty();
    }
  }

  @Test
  void theLogContainsEveryCall() {
    try (var bedrock = TestClients.of(simulator).bedrock()) {
      bedrock.listInferenceProfiles(r -> r.maxResults(5));
      assertThatThrownBy(() -> bedrock.getImportedModel(r -> r.modelIdentifier("missing")))
          .isInstanceOf(BedrockException.class);
    }

    assertThat(simulator.calls().counts())
        .isEqualTo(Map.of("GetImportedModel", 1, "ListInferenceProfiles", 1));
    LoggedCall list = simulator.calls().of("ListInferenceProfiles").getFirst();
    assertThat(list.account()).isEqualTo(ACCOUNT);
    assertThat(list.region()).isEqualTo(OHIO);
    assertThat(list.user()).isEqualTo("alice");
    assertThat(list.parameters().path("maxResults").asInt()).isEqualTo(5);
    assertThat(list.status()).isEqualTo(200);
    LoggedCall get = simulator.calls().of("GetImportedModel").getFirst();
    assertThat(get.resource()).contains("missing");
    assertThat(get.status()).isEqualTo(404);
    assertThat(get.error()).contains("ResourceNotFoundException");
    simulator.calls().clear();
    assertThat(simulator.calls().all()).isEmpty();
  }
}
