package dev.bedrockinventory.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

final class EngineTest {
  @Test
  void everyKeyAndRegionSeesTheSameTables() {
    try (var engine = Engine.inMemory(0);
        var alice = client(engine, "111122223333alice", "us-east-2");
        var bob = client(engine, "444455556666bob", "eu-central-1")) {
      createTable(alice);

      assertThat(bob.listTables().tableNames()).containsExactly("things");
      assertThat(engine.endpoint().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void filesSurviveARestart(@TempDir Path directory) {
    Path made = directory.resolve("made/on/demand");
    try (var engine = Engine.onFiles(made, 0);
        var client = client(engine, "111122223333", "us-east-2")) {
      createTable(client);
      client.putItem(r -> r.tableName("things").item(Map.of("pk", AttributeValue.fromS("kept"))));
    }

    try (var engine = Engine.onFiles(made, 0);
        var client = client(engine, "111122223333", "us-east-2")) {
      var item =
          client
              .getItem(r -> r.tableName("things").key(Map.of("pk", AttributeValue.fromS("kept"))))
              .item();

      assertThat(item).containsEntry("pk", AttributeValue.fromS("kept"));
    }
  }

  @Test
  void aDirectoryInUseIsRefusedInOneLineThatNamesTheHolder(@TempDir Path directory) {
    try (var engine = Engine.onFiles(directory, 0)) {
      assertThat(engine.endpoint()).isNotNull();
      assertThatThrownBy(() -> Engine.onFiles(directory, 0))
          .isInstanceOf(DirectoryInUseException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aDirectoryOfAnotherProcessIsRefusedUntilThatEnds(@TempDir Path directory)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.readLine()).startsWith("held");

      assertThatThrownBy(() -> Engine.onFiles(directory, 0))
          .isInstanceOf(DirectoryInUseException.class)
          .hasMessageContaining("process " + process.pid());

      process.outputWriter().close();
      process.waitFor();
    }
    Engine.onFiles(directory, 0).close();
  }

  @Test
  void aTakenPortIsRefusedAndGivesTheDirectoryBack(@TempDir Path directory) {
    try (var engine = Engine.inMemory(0)) {
      int taken = engine.endpoint().getPort();

      assertThatThrownBy(() -> Engine.onFiles(directory, taken))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("127.0.0.1:" + taken);
    }
    Engine.onFiles(directory, 0).close();
  }

  @Test
  void aMachineWithoutNativeLibraryIsReported() {
    assertThat(NativeLibrary.resource("Mac OS X", "aarch64"))
        .endsWith("Mac/aarch64/libsqlite4java.dylib");
    assertThat(NativeLibrary.resource("Windows 11", "amd64"))
        .endsWith("Windows/x86_64/sqlite4java.dll");
    assertThatThrownBy(() -> NativeLibrary.resource("SunOS", "sparcv9"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("SunOS sparcv9");
  }

  @Test
  void nothingIsPrinted() {
    var before = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (var engine = Engine.inMemory(0);
        var client = client(engine, "111122223333", "us-east-2")) {
      createTable(client);
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void createTable(DynamoDbClient client) {
    client.createTable(request ->
        request
            .tableName("things")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("pk")
                    .attributeType(ScalarAttributeType.S)
                    .build()));
  }

  private static DynamoDbClient client(Engine engine, String key, String region) {
    return DynamoDbClient.builder()
        .endpointOverride(engine.endpoint())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
