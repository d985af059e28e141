package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** A failure becomes a message of one line: what failed, where, and how to fix it. */
final class LedgerErrorsTest {
  @Test
  void aMissingTableIsReported() {
    var ledger =
        new StoredLedger(
            new DynamoStore(LocalTable.client(LocalTable.endpoint()), "missing"), _ -> {});

    assertThatThrownBy(() -> ledger.scope(SCOPE))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("table 'missing' in region us-east-1 at endpoint http://127.0.0.1:")
        .hasMessageContaining("it does not exist")
        .hasMessageContaining("AWS_REGION")
        .hasMessageContaining("--create-table");
    assertThatThrownBy(() -> ledger.heads(SCOPE)).isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> ledger.tombstones(SCOPE, List.of("p1")))
        .isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> ledger.endObservation(Samples.complete(Optional.empty())))
        .isInstanceOf(LedgerUnavailableException.class);
    assertThatThrownBy(() -> record(ledger)).isInstanceOf(LedgerUnavailableException.class);
  }

  @Test
  void aTableWithOtherKeysIsRejected() {
    var client = LocalTable.client(LocalTable.endpoint());
    client.createTable(
        CreateTableRequest.builder()
            .tableName("other-keys")
            .billingMode("PAY_PER_REQUEST")
            .attributeDefinitions(
                AttributeDefinition.builder().attributeName("id").attributeType("S").build())
            .keySchema(KeySchemaElement.builder().attributeName("id").keyType("HASH").build())
            .build());

    assertThatThrownBy(
            () -> new StoredLedger(new DynamoStore(client, "other-keys"), _ -> {}).scope(SCOPE))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("cannot be used as a ledger");
  }

  @Test
  void anUnreachableEndpointIsReported() throws IOException {
    var endpoint = closedPort();
    var ledger = new StoredLedger(new DynamoStore(once(endpoint), "inventory"), _ -> {});

    assertThatThrownBy(() -> ledger.scope(SCOPE))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("at endpoint " + endpoint)
        .hasMessageContaining("no response");
  }

  @Test
  void missingCredentialsAreReported() {
    var nothing = AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    var client = LocalTable.builder(LocalTable.endpoint()).credentialsProvider(nothing).build();

    assertThatThrownBy(
            () -> new StoredLedger(new DynamoStore(client, "inventory"), _ -> {}).scope(SCOPE))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("no AWS credentials were found");
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, access denied",
    "400, ExpiredTokenException, the credentials have expired",
    "400, UnrecognizedClientException, the credentials were not accepted",
    "400, ThrottlingException, throttled after every retry",
    "500, InternalServerError, 500 InternalServerError"
  })
  void anErrorMessageHasOneLine(int status, String code, String words) throws IOException {
    try (var server = new Answering(status, code)) {
      var ledger = new StoredLedger(new DynamoStore(once(server.endpoint()), "inventory"), _ -> {});

      assertThatThrownBy(() -> ledger.scope(SCOPE))
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageContaining(words)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aDroppedConnectionLeavesTheOutcomeUnknown() throws IOException {
    try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var dropping = Thread.ofVirtual().start(() -> dropAll(socket));
      var ledger =
          new StoredLedger(
              new DynamoStore(once(local(socket.getLocalPort())), "inventory"), _ -> {});

      assertThat(record(ledger)).isInstanceOf(Commit.Unknown.class);
      assertThat(dropping.isAlive()).isTrue();
    }
  }

  private static void dropAll(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (IOException e) {
      assertThat(socket.isClosed()).isTrue();
    }
  }

  private static Commit record(Ledger ledger) {
    var changeSet = Samples.first(ScopeState.unknown(SCOPE), "p1");
    return ledger.record(ScopeState.unknown(SCOPE), List.of(changeSet));
  }

  /** A client that does not retry. */
  private static DynamoDbClient once(URI endpoint) {
    return LocalTable.builder(endpoint)
        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static URI closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return local(socket.getLocalPort());
    }
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** An endpoint that answers every request with the same error. */
  private static final class Answering implements AutoCloseable {
    private final HttpServer server;

    Answering(int status, String code) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var body =
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"first\\nsecond\"}"
              .formatted(code)
              .getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    }

    URI endpoint() {
      return local(server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
