package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wrong usage is reported in one line, with an exit code, and no stack trace unless it is
 * requested.
 */
final class WrongUsageTest {
  private static final String TABLE = "wrong-usage";

  @BeforeAll
  static void fill() {
    FilledTable.create(TABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          list --kind robot | unknown kind 'robot'; expected system-inference-profile
          list --account 12 | --account '12' is not a valid account id
          list --region nowhere | --region 'nowhere' is not a valid region
          list --tag =team | a tag key is empty; expected a key such as team
          list --as-of yesterday | --as-of 'yesterday' is not a valid time
          list --as-of 2026-02-30 | --as-of '2026-02-30' is not a valid time
          list -o xml | xml
          list --nope | Unknown option: '--nope'
          changes --since 99999999999d | --since '99999999999d' is not a valid time
          changes --since 2026-11-22 --until 2026-11-21 | is after --until
          changes --change RENAMED | RENAMED
          redrive --bus changes | no start specified: use --since WHEN
          redrive --since 7d | no event bus specified: use --bus NAME
          redrive --since 7d --bus b --endpoint-url-events b | --endpoint-url-events 'b' is not a valid URL
          show | Missing required parameter: 'RESOURCE'
          show arn:aws:s3:::bucket | 'arn:aws:s3:::bucket' is not the ARN of an inference profile
          history arn:nonsense | 'arn:nonsense' is not the ARN of an inference profile
          """)
  void isSaidInOneLine(String arguments, String message) {
    var run = Run.on(TABLE, arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("inventory: ").contains(message);
  }

  @Test
  void withoutALedgerBothOptionsAreReported() {
    var run = Run.of(FilledTable.NOW, Map.of(), "list");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--table NAME", "--data FILE");
  }

  @Test
  void twoLedgersExcludeEachOther(@TempDir Path directory) {
    var run = Run.on(TABLE, "list", "--data", directory.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("specify exactly one of --table and --data");
  }

  @Test
  void theTableCanBeSetInTheEnvironment() {
    var run =
        Run.of(
            FilledTable.NOW,
            Map.of("INVENTORY_TABLE", TABLE),
            "list",
            "--endpoint-url-dynamodb",
            FilledTable.ENGINE.endpoint().toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("checkout");
  }

  @Test
  void aMissingTableIsNamedWithItsRegionAndEndpoint() {
    var run = Run.on("nowhere", "list");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("'nowhere'", "region", "endpoint http://127.0.0.1:");
  }

  @Test
  void anUnreachableEndpointIsReported() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    var run =
        Run.of(
            FilledTable.NOW,
            Map.of(),
            "list",
            "--table",
            TABLE,
            "--endpoint-url-dynamodb",
            "http://127.0.0.1:" + port);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("no response", "127.0.0.1:" + port);
  }

  @Test
  void anEndpointThatIsNotAValidUrlIsReported() {
    var run =
        Run.of(
            FilledTable.NOW,
            Map.of(),
            "list",
            "--table",
            TABLE,
            "--endpoint-url-dynamodb",
            "127.0.0.1:8000");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'127.0.0.1:8000' is not a valid URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"})
  void aVariableThatIsNotAValidUrlIsNamed(String variable) {
    var run = Run.of(FilledTable.NOW, Map.of(variable, "127.0.0.1:8000"), "list", "--table", TABLE);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(variable + " is '127.0.0.1:8000'; set it to a URL")
        .hasLineCount(1);
  }

  @Test
  void aMissingProfileIsReported() {
    var run = Run.on(TABLE, "list", "--profile", "nosuch");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--profile 'nosuch' is not in your AWS configuration files")
        .hasLineCount(1);
  }

  @Test
  void aMissingResourceIsReported() {
    var run = Run.on(TABLE, "history", "nobody");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no resource has the ARN, id or name 'nobody'");
  }

  @Test
  void aMissingFileIsNotCreated(@TempDir Path directory) {
    var missing = directory.resolve("missing");

    var run = Run.of(FilledTable.NOW, Map.of(), "list", "--data", missing.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("it does not exist", "sweep --data");
    assertThat(missing).satisfies(path -> assertThat(Files.exists(path)).isFalse());
  }

  @Test
  void debugShowsTheStackTrace() {
    var run = Run.on("nowhere", "list", "--debug");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\tat dev.bedrockinventory.");
  }

  @Test
  void withoutACommandHelpWithExamplesIsPrinted() {
    var run = Run.of(FilledTable.NOW, Map.of());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "./inventory demo --once",
            "./inventory sweep --data ledger.db --region us-east-1",
            "./inventory changes --data ledger.db --since 7d");
  }
}
