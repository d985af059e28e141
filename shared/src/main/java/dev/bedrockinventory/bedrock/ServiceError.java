package dev.bedrockinventory.bedrock;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An error response of a service, without the SDK's nulls.
 *
 * @param status the HTTP status
 * @param code the error's code, such as {@code AccessDeniedException}; else its status
 * @param text the error's message, on one line; empty if there was none
 * @param requestId the response's request id; empty if there was none
 * @param isThrottling whether the service asked to slow down
 */
record ServiceError(int status, String code, String text, String requestId, boolean isThrottling) {
  private static final int LONGEST = 400;

  private static final Set<String> EXPIRED =
      Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired", "TokenRefreshRequired");

  /** The error in an exception of the SDK; empty without a response of a service. */
  static Optional<ServiceError> find(SdkException exception) {
    return exception instanceof AwsServiceException service
        ? Optional.of(of(service))
        : Optional.empty();
  }

  /** This error alone means that a resource does not exist. */
  boolean isNotFound() {
    return status == 404 && code.equals("ResourceNotFoundException");
  }

  /**
   * An unsupported region looks like an error. Seen by users: ValidationException "Unknown
   * Operation", and AccessDeniedException "Your account is not authorized to invoke this API
   * operation".
   */
  boolean isUnsupported() {
    return switch (code) {
      case "ValidationException" -> text.contains("Unknown Operation");
      case "AccessDeniedException" ->
          text.contains("Your account is not authorized to invoke this API operation");
      default -> false;
    };
  }

  /** The response of a region that is not enabled, and to an invalid key. */
  boolean isUnrecognizedClient() {
    return code.equals("UnrecognizedClientException");
  }

  boolean isExpired() {
    return EXPIRED.contains(code);
  }

  boolean isDenied() {
    return status == 401 || status == 403 || code.startsWith("AccessDenied");
  }

  /** Whether the service, or a proxy before it, failed. */
  boolean isServers() {
    return status >= 500 || status == 408;
  }

  /** The message, on one line. */
  String message() {
    return text.isEmpty() ? code : code + ": " + text;
  }

  /** A text of another system on one line, truncated if it is very long. */
  static String oneLine(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static ServiceError of(AwsServiceException exception) {
    var details = Optional.ofNullable(exception.awsErrorDetails());
    return new ServiceError(
        exception.statusCode(),
        details.map(AwsErrorDetails::errorCode).orElse("HTTP " + exception.statusCode()),
        oneLine(details.map(AwsErrorDetails::errorMessage).orElse("")),
        Optional.ofNullable(exception.requestId()).orElse(""),
        exception.isThrottlingException() || exception.statusCode() == 429);
  }
}
