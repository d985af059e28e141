package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Converts a failure of DynamoDB into a message of one line: what failed, where, and how to fix it.
 */
final class LedgerErrors {
  private LedgerErrors() {}

  static LedgerUnavailableException because(SdkException e, DynamoDbClient client, String table) {
    var why = e instanceof AwsServiceException service ? response(service) : noResponse(e);
    return new LedgerUnavailableException("%s: %s".formatted(name(client, table), why), e);
  }

  /** The table as messages name it. */
  static String name(DynamoDbClient client, String table) {
    return "table '%s' %s".formatted(table, location(client));
  }

  private static String location(DynamoDbClient client) {
    var configuration = client.serviceClientConfiguration();
    var endpoint = configuration.endpointOverride().map(uri -> " at endpoint " + uri).orElse("");
    return "in region %s%s".formatted(configuration.region(), endpoint);
  }

  private static String response(AwsServiceException e) {
    var details = Optional.ofNullable(e.awsErrorDetails());
    var code = details.map(d -> d.errorCode()).orElse("");
    var text = details.map(d -> line(d.errorMessage())).orElseGet(() -> line(e.getMessage()));
    return switch (code) {
      case "ResourceNotFoundException" ->
          "it does not exist; check the table's name, AWS_REGION and the endpoint, or create it in"
              + " DynamoDB Local with --create-table";
      case "AccessDeniedException" ->
          "access denied (%s); grant the action, or use other credentials".formatted(text);
      case "ExpiredTokenException" ->
          "the credentials have expired; sign in again, or use other credentials";
      case "UnrecognizedClientException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "IncompleteSignatureException" ->
          "the credentials were not accepted (%s); check AWS_PROFILE or AWS_ACCESS_KEY_ID"
              .formatted(text);
      case "ValidationException" ->
          "it cannot be used as a ledger (%s); check that its keys are those of docs/data-model.md"
              .formatted(text);
      case "ThrottlingException",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded" ->
          "throttled after every retry; try again later";
      default -> "%s %s (%s); try again later".formatted(e.statusCode(), code, text);
    };
  }

  private static String noResponse(SdkException e) {
    var text = line(e.getMessage());
    var explained = NetworkException.find(e);
    if (explained.isPresent()) {
      return explained.get();
    }
    if (isConnection(e)) {
      return "no response (%s); check the network, AWS_REGION and the endpoint".formatted(text);
    }
    if (text.contains("load credentials")) {
      return "no AWS credentials were found; set AWS_PROFILE, --profile or AWS_ACCESS_KEY_ID";
    }
    return "%s; check the credentials and the settings".formatted(text);
  }

  /** Whether the request may have been sent when the failure happened. */
  static boolean isConnection(Throwable e) {
    return Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause)
        .anyMatch(t -> t instanceof IOException);
  }

  private static String line(@Nullable String text) {
    return Objects.requireNonNullElse(text, "no message").lines().findFirst().orElse("").strip();
  }
}
