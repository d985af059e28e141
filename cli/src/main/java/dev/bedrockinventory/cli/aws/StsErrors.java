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
        e instanceof AwsServiceException service
            ? ofResponse(service)
            : withoutResponse(e, ", or use --account");
    return new CommandFailedException(
        "AWS STS in region %s%s did not return the account of the credentials: %s"
            .formatted(configuration.region(), endpoint, reason),
        e);
  }

  /** Why a role cannot be assumed, and how to fix it, in one line. */
  static String ofRole(SdkException e, String role) {
    var reason =
        e instanceof AwsServiceException service ? ofRole(service) : withoutResponse(e, "");
    return "the role %s cannot be assumed: %s".formatted(role, reason);
  }

  private static String ofRole(AwsServiceException e) {
    var code = code(e);
    return switch (code) {
      case "AccessDenied", "AccessDeniedException" ->
          "access denied; check that the role exists, that its trust policy allows the caller, and"
              + " that the caller is allowed sts:AssumeRole";
      default ->
          ofCredentials(code)
              .orElseGet(() -> "%d %s; sweep again later".formatted(e.statusCode(), code));
    };
  }

  private static String ofResponse(AwsServiceException e) {
    var code = code(e);
    return switch (code) {
      case "AccessDenied", "AccessDeniedException" ->
          "access denied; grant sts:GetCallerIdentity, or use --account";
      default ->
          ofCredentials(code)
              .orElseGet(
                  () -> "%d %s; try again later, or use --account".formatted(e.statusCode(), code));
    };
  }

  private static Optional<String> ofCredentials(String code) {
    return switch (code) {
      case "ExpiredToken", "ExpiredTokenException" ->
          Optional.of("the credentials have expired; sign in again, or use other credentials");
      case "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "UnrecognizedClientException" ->
          Optional.of(
              "the credentials were not accepted (%s); check AWS_PROFILE or AWS_ACCESS_KEY_ID"
                  .formatted(code));
      default -> Optional.empty();
    };
  }

  /** The error code of a response. */
  static String code(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails()).map(d -> d.errorCode()).orElse("");
  }

  /**
   * The reason of a call without a response.
   *
   * @param alternative what else helps, as the end of a sentence
   */
  static String withoutResponse(SdkException e, String alternative) {
    var text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    var explained = NetworkException.find(e);
    if (explained.isPresent()) {
      return explained.get();
    }
    if (isConnection(e)) {
      return "no response; check the network, the region and the endpoint" + alternative;
    }
    if (text.startsWith("Unable to load credentials")) {
      return "there are no credentials; sign in, use --profile, or set"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
    }
    return "%s; check the credentials%s".formatted(text, alternative);
  }

  private static boolean isConnection(SdkException e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof IOException || cause instanceof ApiCallTimeoutException);
  }
}
