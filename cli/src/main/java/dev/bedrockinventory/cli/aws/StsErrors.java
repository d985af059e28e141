package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.cli.context.CommandFailedException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Messages for failures of AWS STS: in one line what failed, where, and how to fix it. */
final class StsErrors {
  private StsErrors() {}

  /** The failure of a call, whose message has one line. */
  static CommandFailedException failure(SdkException e, StsClient sts) {
    var configuration = sts.serviceClientConfiguration();
    var endpoint = configuration.endpointOverride().map(uri -> " at endpoint " + uri).orElse("");
    var reason =
        e instanceof AwsServiceException service ? ofResponse(service) : withoutResponse(e);
    return new CommandFailedException(
        "AWS STS in region %s%s did not return the account of the credentials: %s"
            .formatted(configuration.region(), endpoint, reason),
        e);
  }

  private static String ofResponse(AwsServiceException e) {
    var code = Optional.ofNullable(e.awsErrorDetails()).map(d -> d.errorCode()).orElse("");
    return switch (code) {
      case "AccessDenied", "AccessDeniedException" ->
          "access denied; grant sts:GetCallerIdentity, or use --account";
      case "ExpiredToken", "ExpiredTokenException" ->
          "the credentials have expired; sign in again, or use other credentials";
      case "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "UnrecognizedClientException" ->
          "the credentials were not accepted (%s); check AWS_PROFILE or AWS_ACCESS_KEY_ID"
              .formatted(code);
      default -> "%s %s; try again later, or use --account".formatted(e.statusCode(), code);
    };
  }

  private static String withoutResponse(SdkException e) {
    var text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    var explained = NetworkException.find(e);
    if (explained.isPresent()) {
      return explained.get();
    }
    if (isConnection(e)) {
      return "no response; check the network, the region and the endpoint, or use --account";
    }
    if (text.startsWith("Unable to load credentials")) {
      return "there are no credentials; sign in, use --profile, or set"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
    }
    return "%s; check the credentials, or use --account".formatted(text);
  }

  private static boolean isConnection(SdkException e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof IOException || cause instanceof ApiCallTimeoutException);
  }
}
