package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.aws.NetworkSettings;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** What no simulator on this machine can answer. */
final class FailureClassifierTest {
  @Test
  void aHostThatDoesNotResolveIsUnavailable() {
    assertThat(failure(unknownHost(), 1, Region.US_EAST_2))
        .isEqualTo(
            new Failure(
                Reason.UNAVAILABLE,
                "ListImportedModels",
                Optional.empty(),
                "no usable response: UnknownHostException: bedrock.us-east-2.amazonaws.com"));
  }

  @Test
  void aHostThatDoesNotResolveInARegionThatTheSdkDoesNotKnowIsUnsupported() {
    assertThat(failure(unknownHost(), 1, Region.of("us-nowhere-1")))
        .isEqualTo(
            new Failure(
                Reason.UNSUPPORTED,
                "ListImportedModels",
                Optional.empty(),
                "Amazon Bedrock is not known to exist in region us-nowhere-1"));
  }

  @Test
  void aProxyWhoseHostDoesNotResolveSaysNothingAboutTheRegion() {
    var network = NetworkSettings.of(Map.of("https_proxy", "http://proxy.example.com:3128"));
    var target = URI.create("https://bedrock.us-nowhere-1.amazonaws.com");
    var failure =
        SdkClientException.create(
            "Unable to execute",
            network.explained(target, new UnknownHostException("proxy.example.com")));

    assertThat(failure(failure, 1, Region.of("us-nowhere-1")))
        .isEqualTo(
            new Failure(
                Reason.UNAVAILABLE,
                "ListImportedModels",
                Optional.empty(),
                "no connection to bedrock.us-nowhere-1.amazonaws.com: the host of the proxy"
                    + " http://proxy.example.com:3128 (https_proxy) is unknown; fix https_proxy"));
  }

  @Test
  void aRegionThatTheSdkDoesNotKnowMayStillAnswer() {
    var refusal = refusal(403, "AccessDeniedException", "not you");

    assertThat(failure(refusal, 1, Region.of("us-nowhere-1")).reason()).isEqualTo(Reason.DENIED);
  }

  @Test
  void aConnectionThatFailsIsUnavailableInAnyRegion() {
    var dropped = SdkClientException.create("Unable to execute", new IOException("reset"));

    assertThat(failure(dropped, 1, Region.of("us-nowhere-1")).reason())
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void aRoleThatCannotBeAssumedIsADenial() {
    var failure = failure(refusal(403, "AccessDenied", "not this role"), 0, Region.US_EAST_2);

    assertThat(failure.reason()).isEqualTo(Reason.DENIED);
    assertThat(failure.message())
        .isEqualTo(
            "AccessDenied: not this role; check the role or profile that gives the credentials");
  }

  @Test
  void aTokenServiceThatFailsIsUnavailable() {
    assertThat(failure(refusal(503, "ServiceUnavailable", "later"), 0, Region.US_EAST_2).reason())
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void whatAParserQuotesIsNotRepeated() {
    var cut =
        SdkClientException.create(
            "Unable to unmarshall response",
            new UncheckedIOException(new ParserException("Unrecognized token 'secret'")));

    assertThat(failure(cut, 1, Region.US_EAST_2).message())
        .isEqualTo("no usable response: ParserException");
  }

  @Test
  void aLongMessageIsCut() {
    var failure =
        failure(refusal(403, "AccessDeniedException", "x".repeat(9000)), 1, Region.US_EAST_2);

    assertThat(failure.message()).hasSizeLessThan(500);
  }

  private static SdkException unknownHost() {
    return SdkClientException.create(
        "Received an UnknownHostException",
        SdkClientException.create(
            "Unable to execute HTTP request",
            new UnknownHostException("bedrock.us-east-2.amazonaws.com")));
  }

  private static Failure failure(SdkException exception, int attempts, Region region) {
    var exchange = new Exchange(() -> {});
    for (var i = 0; i < attempts; i++) {
      exchange.attempt();
    }
    return FailureClassifier.of(
        exception, Operation.LIST_IMPORTED_MODELS, Optional.empty(), exchange, region);
  }

  private static AwsServiceException refusal(int status, String code, String message) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  private static final class ParserException extends IOException {
    private static final long serialVersionUID = 1L;

    ParserException(String message) {
      super(message);
    }
  }
}
