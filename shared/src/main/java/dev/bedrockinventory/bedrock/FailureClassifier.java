package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * Translates every exception of the SDK into a failure. Messages are one line, and contain the
 * service's message but nothing of a body that could not be parsed.
 */
final class FailureClassifier {
  private FailureClassifier() {}

  /** The failure that an exception means. */
  static Failure of(
      SdkException exception,
      Operation operation,
      Optional<Arn> resource,
      Exchange exchange,
      Region region) {
    var verdict =
        ServiceError.find(exception)
            .map(error -> ofService(error, operation, exchange))
            .orElseGet(() -> ofClient(exception, operation, exchange, region));
    return new Failure(
        verdict.reason(), operation.label(), resource, ServiceError.oneLine(verdict.message()));
  }

  /** The failure of a response that does not match the API. */
  static Failure malformed(Operation operation, Optional<Arn> resource, String message) {
    return new Failure(Reason.MALFORMED, operation.label(), resource, message);
  }

  /** The failure of a call that was not made because the sweep's time was up. */
  static Failure outOfTime(Operation operation, Optional<Arn> resource, String progress) {
    return new Failure(
        Reason.UNAVAILABLE,
        operation.label(),
        resource,
        "the time of the sweep was up %s; the next sweep continues".formatted(progress));
  }

  /** The failure of any call while the clock is off. */
  static Failure clock(Operation operation, Optional<Arn> resource, Duration ahead) {
    return new Failure(
        Reason.CLOCK,
        operation.label(),
        resource,
        "the clock of this computer is %d s %s that of AWS, so nothing is recorded; set it"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"));
  }

  private static Verdict ofService(ServiceError error, Operation operation, Exchange exchange) {
    if (error.isUnsupported()) {
      return new Verdict(Reason.UNSUPPORTED, error.message());
    }
    if (error.isThrottling()) {
      return new Verdict(Reason.THROTTLED, error.message());
    }
    if (error.isUnrecognizedClient()) {
      return new Verdict(
          Reason.UNAVAILABLE,
          error.message() + "; enable the region for the account, or check the access key");
    }
    if (error.isExpired()) {
      return new Verdict(
          Reason.DENIED, error.message() + "; credentials have expired: sign in again");
    }
    if (error.isServers()) {
      return new Verdict(Reason.UNAVAILABLE, error.message());
    }
    if (exchange.attempts() == 0) {
      return new Verdict(
          Reason.DENIED,
          error.message() + "; check the role or profile that gives the credentials");
    }
    if (error.isDenied()) {
      return new Verdict(
          Reason.DENIED, error.message() + "; allow the caller " + action(operation));
    }
    return new Verdict(
        Reason.MALFORMED, error.message() + "; unexpected here: check the endpoint and the region");
  }

  private static Verdict ofClient(
      SdkException exception, Operation operation, Exchange exchange, Region region) {
    if (exchange.body().isPresent()) {
      return new Verdict(
          Reason.MALFORMED, "the response cannot be parsed as one of " + operation.label());
    }
    if (exception instanceof AbortedException) {
      return new Verdict(
          Reason.UNAVAILABLE, "the call was interrupted before a response was received");
    }
    if (exception instanceof ApiCallTimeoutException
        || exception instanceof ApiCallAttemptTimeoutException) {
      return new Verdict(Reason.UNAVAILABLE, "the call timed out");
    }
    var explained = NetworkException.find(exception);
    if (explained.isPresent()) {
      return new Verdict(Reason.UNAVAILABLE, explained.get());
    }
    var root = root(exception);
    if (root instanceof UnknownHostException && !known(region)) {
      return new Verdict(
          Reason.UNSUPPORTED, "Amazon Bedrock is not known to exist in region " + region.id());
    }
    if (root instanceof IOException || exchange.attempts() > 0) {
      return new Verdict(Reason.UNAVAILABLE, "no usable response: " + words(root));
    }
    return new Verdict(
        Reason.DENIED,
        exception.getClass().getSimpleName().startsWith("ExpiredToken")
            ? "credentials have expired: sign in again"
            : "no usable credentials: sign in, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY");
  }

  private static boolean known(Region region) {
    return BedrockClient.serviceMetadata().regions().contains(region);
  }

  private static String action(Operation operation) {
    return (operation == Operation.GET_RESOURCES ? "tag:" : "bedrock:") + operation.label();
  }

  private static Throwable root(Throwable exception) {
    var cause = exception.getCause();
    return cause == null ? exception : root(cause);
  }

  /** A parser's message may quote what it could not parse: only Java's own are repeated. */
  private static String words(Throwable root) {
    var name = root.getClass().getSimpleName();
    return root.getClass().getName().startsWith("java") ? name + ": " + root.getMessage() : name;
  }

  private record Verdict(Reason reason, String message) {}
}
