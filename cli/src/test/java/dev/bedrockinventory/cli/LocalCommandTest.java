package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LocalCommandTest {
  @Test
  void whenTheLocalSystemIsReadyAnyAccountAndRegionCanBeSwept() throws Exception {
    try (var local = new Running()) {
      assertThat(sweep(local, "111122223333", "us-east-2").path(0).path("seen").asInt())
          .isPositive();
      assertThat(sweep(local, "444455556666", "eu-central-1").path(0).path("account").asText())
          .isEqualTo("444455556666");
    }
  }

  @Test
  void theLocalSystemStartsWithExamples() throws Exception {
    try (var local = new Running()) {
      var scope = sweep(local, "111122223333", "us-east-2", "application-inference-profile");

      assertThat(scope.path(0).path("seen").asInt()).isEqualTo(5);
      assertThat(local.output)
          .anyMatch(line -> line.contains("111122223333 has example resources in us-east-2"));
    }
  }

  @Test
  void theLocalSystemNeverStartsASweep() throws Exception {
    try (var local = new Running()) {
      var coverage = read(local, "coverage", "-o", "json");

      assertThat(CanonicalJson.parse(coverage.out()).path("scopes").size()).isZero();
    }
  }

  /** It asks again until the change is there; the limit only ends a test that would never end. */
  @Test
  @Timeout(120)
  void aChangeByAClientIsRecordedWithItsAuthorWithoutAnotherSweep() throws Exception {
    try (var local = new Running();
        var alice = AwsClients.bedrock(local.bedrock, "us-east-2", "111122223333alice")) {
      sweep(local, "111122223333", "us-east-2", "application-inference-profile");

      alice.createInferenceProfile(request ->
          request
              .inferenceProfileName("my-profile")
              .modelSource(source ->
                  source.copyFrom(
                      "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0")));
      var changes = "";
      while (changes.isEmpty()) {
        changes = read(local, "changes", "-o", "jsonl").out();
      }

      var change = CanonicalJson.parse(changes);
      assertThat(change.path("change").asText()).isEqualTo("CREATED");
      assertThat(change.path("who").findValuesAsText("arn"))
          .containsExactly("arn:aws:iam::111122223333:user/alice");
      assertThat(
              sweep(local, "111122223333", "us-east-2", "application-inference-profile")
                  .at("/0/changes/CREATED")
                  .asInt())
          .isZero();
    }
  }

  @Test
  @Timeout(120)
  void aTableDeletedByAClientIsReportedAndStopsNothing() throws Exception {
    try (var local = new Running();
        var dynamo = AwsClients.local(local.dynamodb)) {
      dynamo.deleteTable(request -> request.tableName("inventory"));

      assertThat(local.next()).startsWith("local: events are not recorded: ");
    }
  }

  @Test
  void aDirectoryPreservesTheLedgerBetweenRuns(@TempDir Path data) throws Exception {
    try (var local = new Running("--data", data.toString())) {
      sweep(local, "111122223333", "us-east-2");
    }

    try (var local = new Running("--data", data.toString())) {
      var list = read(local, "list", "-o", "jsonl");

      assertThat(list.out()).contains("us.amazon.nova-lite-v1:0");
    }
  }

  @Test
  void usageIsPrintedAndNoDataIs() throws Exception {
    try (var local = new Running()) {
      assertThat(local.output)
          .anyMatch(line -> line.contains("export AWS_ENDPOINT_URL=" + local.bedrock))
          .anyMatch(line -> line.contains("AWS_ENDPOINT_URL_DYNAMODB=" + local.dynamodb))
          .anyMatch(line -> line.contains("./inventory sweep --table inventory"))
          .endsWith("ready");
    }
  }

  @Test
  void theDashboardsShowWhatWasSwept() throws Exception {
    try (var local = new Running()) {
      sweep(local, "111122223333", "us-east-2");

      try (var page =
          local.endpoint("Dashboards").resolve("widget?event=%7B%7D").toURL().openStream()) {
        assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
            .contains("111122223333", "us-east-2");
      }
    }
  }

  @Test
  void whenStoppedItExitsCleanlyAndReleasesItsPorts() throws Exception {
    var local = new Running();

    var exitCode = local.stop();

    assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
    for (var endpoint : List.of(local.bedrock, local.dynamodb)) {
      assertThatThrownBy(() -> connect(endpoint)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aPortInUseIsReportedInOneLine() throws Exception {
    try (var local = new Running()) {
      var port = Integer.toString(local.dynamodb.getPort());

      var second =
          Run.of(
              Instant.now(),
              Map.of(),
              "local",
              "--bedrock-port",
              "0",
              "--dynamodb-port",
              port,
              "--port",
              "0");

      assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(second.err()).contains(port).contains("free the port").hasLineCount(1);
    }
  }

  private static Run read(Running local, String... command) {
    return Run.of(
        Instant.now(),
        Map.of(),
        Stream.concat(
                Stream.of(command),
                Stream.of(
                    "--table", "inventory", "--endpoint-url-dynamodb", local.dynamodb.toString()))
            .toArray(String[]::new));
  }

  private static JsonNode sweep(Running local, String account, String region) {
    return sweep(local, account, region, "system-inference-profile");
  }

  private static JsonNode sweep(Running local, String account, String region, String kind) {
    var run =
        Run.of(
            Instant.now(),
            Map.of(),
            "sweep",
            "--account",
            account,
            "--region",
            region,
            "--kind",
            kind,
            "--table",
            "inventory",
            "--endpoint-url-bedrock",
            local.bedrock.toString(),
            "--endpoint-url-tagging",
            local.bedrock.toString(),
            "--endpoint-url-dynamodb",
            local.dynamodb.toString(),
            "-o",
            "json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    return CanonicalJson.parse(run.out());
  }

  private static void connect(URI endpoint) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort()).close();
  }

  /** The command in a thread of its own, ready, on ports of its own. */
  private static final class Running implements AutoCloseable {
    final List<String> output = new ArrayList<>();
    final URI bedrock;
    final URI dynamodb;
    private final BufferedReader lines;
    private final FutureTask<Integer> command;
    private final Thread thread;

    Running(String... more) throws IOException {
      var err = new PipedOutputStream();
      var context =
          new CliContext(
              Map.of(),
              InstantSource.system(),
              new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              false,
              Optional.empty());
      var arguments =
          new ArrayList<>(
              List.of("local", "--bedrock-port", "0", "--dynamodb-port", "0", "--port", "0"));
      arguments.addAll(List.of(more));
      command = new FutureTask<>(() -> Main.run(context, arguments.toArray(String[]::new)));
      lines =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(err), StandardCharsets.UTF_8));
      thread = Thread.ofPlatform().start(command);
      do {
        output.add(lines.readLine());
      } while (!output.getLast().equals("ready"));
      bedrock = endpoint("Amazon Bedrock");
      dynamodb = endpoint("DynamoDB");
    }

    /** The next line that it prints. */
    String next() throws IOException {
      return lines.readLine();
    }

    int stop() {
      thread.interrupt();
      try {
        return command.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError("the command did not end", e);
      }
    }

    @Override
    public void close() {
      stop();
    }

    private URI endpoint(String name) {
      var line = output.stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
      return URI.create(line.substring(line.indexOf("http")));
    }
  }
}
