package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.ATTEMPTS;
import static dev.bedrockinventory.bedrock.Ohio.complete;
import static dev.bedrockinventory.bedrock.Ohio.partial;
import static dev.bedrockinventory.bedrock.Ohio.refused;
import static dev.bedrockinventory.model.Kind.IMPORTED_MODEL;
import static dev.bedrockinventory.model.Kind.SYSTEM_INFERENCE_PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.Support;
import dev.bedrockinventory.sweep.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

final class FailureKindsTest {
  private final Ohio ohio = new Ohio();

  @AfterEach
  void stop() {
    ohio.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(Fault.throttle(), Reason.THROTTLED, ATTEMPTS, "ThrottlingException: "),
        arguments(
            Fault.refuse(400, "TooManyRequestsException", "slow down"),
            Reason.THROTTLED,
            ATTEMPTS,
            "TooManyRequestsException: slow down"),
        arguments(Fault.replace(429, "later"), Reason.THROTTLED, ATTEMPTS, "HTTP 429"),
        arguments(Fault.serverError(), Reason.UNAVAILABLE, ATTEMPTS, "InternalServerException: "),
        arguments(Fault.replace(503, "<html>"), Reason.UNAVAILABLE, ATTEMPTS, "HTTP 503"),
        arguments(Fault.cut(10), Reason.UNAVAILABLE, ATTEMPTS, "no usable response: "),
        arguments(
            Fault.unrecognizedClient(),
            Reason.UNAVAILABLE,
            1,
            "enable the region for the account, or check the access key"),
        arguments(
            Fault.deny(), Reason.DENIED, 1, "; allow the caller bedrock:ListInferenceProfiles"),
        arguments(
            Fault.refuse(403, "InvalidSignatureException", "bad signature"),
            Reason.DENIED,
            1,
            "InvalidSignatureException: bad signature"),
        arguments(
            Fault.expiredCredentials(),
            Reason.DENIED,
            1,
            "credentials have expired: sign in again"),
        arguments(
            Fault.refuse(400, "ValidationException", "The value is\nnot valid"),
            Reason.MALFORMED,
            1,
            "ValidationException: The value is not valid; unexpected here"),
        arguments(
            Fault.refuse(404, "ResourceNotFoundException", "no list"),
            Reason.MALFORMED,
            1,
            "ResourceNotFoundException: no list; unexpected here"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aListThatCannotBeBegunIsRefusedWithItsReason(
      Fault fault, Reason reason, int calls, String message) {
    ohio.putSystemProfiles(3);
    ohio.fault("ListInferenceProfiles", fault);

    var failure = refused(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.operation()).isEqualTo("ListInferenceProfiles");
    assertThat(failure.resource()).isEmpty();
    assertThat(failure.message()).contains(message).doesNotContain("\n");
    assertThat(ohio.source.calls()).isEqualTo(Map.of("ListInferenceProfiles", calls));
    assertThat(ohio.simulator.calls().count("ListInferenceProfiles")).isEqualTo(calls);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_OPERATION", "NOT_AUTHORIZED"})
  void aRegionWithoutBedrockIsUnsupported(Support support) {
    ohio.simulator.world().support(Ohio.REGION, support);

    for (var kind : Kind.values()) {
      assertThat(refused(ohio.observe(kind)).reason()).isEqualTo(Reason.UNSUPPORTED);
    }
  }

  @Test
  void aDroppedConnectionIsUnavailable() {
    ohio.fault("ListInferenceProfiles", Fault.drop());

    assertThat(refused(ohio.observe(SYSTEM_INFERENCE_PROFILE)).reason())
        .isEqualTo(Reason.UNAVAILABLE);
    assertThat(ohio.source.calls()).isEqualTo(Map.of("ListInferenceProfiles", ATTEMPTS));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsUnavailable() {
    ohio.fault("ListInferenceProfiles", Fault.slow(Duration.ofDays(1)));
    var impatient =
        ohio.source(
            new ClientPolicy(
                1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), Duration.ofDays(1)));

    var failure =
        refused(
            impatient.observe(
                ScopeState.unknown(Ohio.scope(SYSTEM_INFERENCE_PROFILE)), Deadline.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(failure.message()).isEqualTo("the call timed out");
  }

  @Test
  void aPortThatNobodyListensOnIsUnavailable() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    var nobody =
        ohio.source(
            Ohio.POLICY,
            Ohio.REGION,
            URI.create("http://127.0.0.1:" + port),
            AnonymousCredentialsProvider.create());

    var failure =
        refused(nobody.observe(ScopeState.unknown(Ohio.scope(IMPORTED_MODEL)), Deadline.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(failure.message()).contains("ConnectException");
  }

  @Test
  void noCredentialsAreADenialBeforeAnyCall() {
    var nobody =
        ohio.source(
            Ohio.POLICY,
            Ohio.REGION,
            ohio.simulator.endpoint(),
            () -> {
              throw SdkClientException.create("Unable to load credentials");
            });

    var failure =
        refused(nobody.observe(ScopeState.unknown(Ohio.scope(IMPORTED_MODEL)), Deadline.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.DENIED);
    assertThat(failure.message()).startsWith("no usable credentials: sign in, or set AWS_PROFILE");
    assertThat(nobody.calls()).isEmpty();
    assertThat(ohio.simulator.calls().all()).isEmpty();
  }

  @Test
  void anUnsignedRequestIsDenied() {
    var unsigned =
        ohio.source(
            Ohio.POLICY,
            Ohio.REGION,
            ohio.simulator.endpoint(),
            AnonymousCredentialsProvider.create());

    var failure =
        refused(unsigned.observe(ScopeState.unknown(Ohio.scope(IMPORTED_MODEL)), Deadline.NONE));

    assertThat(failure.reason()).isEqualTo(Reason.DENIED);
  }

  @Test
  void whatARetryFixesIsNoFailureAndEachAttemptCounts() {
    ohio.putSystemProfiles(2);
    ohio.simulator
        .faults()
        .add(Match.calls("ListInferenceProfiles"), Fault.throttle(), ATTEMPTS - 1);

    var snapshot = complete(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(snapshot.resources()).hasSize(2);
    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("ListInferenceProfiles", ATTEMPTS, "GetInferenceProfile", 1));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aLaterPageThatFailsLeavesTheListingIncomplete(
      Fault fault, Reason reason, int calls, String message) {
    ohio.putSystemProfiles(1001);
    ohio.simulator.faults().add(Match.calls("ListInferenceProfiles").onPage(2), fault);

    var observation = partial(ohio.observe(SYSTEM_INFERENCE_PROFILE));

    assertThat(observation.listingComplete()).isFalse();
    assertThat(observation.listed()).hasSize(1000);
    assertThat(observation.resources()).hasSize(1000);
    assertThat(observation.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(reason);
          assertThat(failure.message()).contains(message);
        });
    assertThat(ohio.source.calls())
        .isEqualTo(Map.of("ListInferenceProfiles", 1 + calls, "GetInferenceProfile", 1));
  }
}
