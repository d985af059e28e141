package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sweep refuses before it reads or writes anything. */
final class SweepUsageTest {
  private static final String PROFILES = "aws.sharedCredentialsFile";

  private final Simulator simulator =
      Simulator.start(0, () -> Instant.now().minus(Duration.ofDays(1)), 3);

  private Path data;

  @BeforeEach
  void nameTheLedger(@TempDir Path folder) throws IOException {
    data = folder.resolve("ledger");
    var profiles = folder.resolve("credentials");
    Files.writeString(
        profiles,
        """
        [bob]
        aws_access_key_id = 444455556666bob
        aws_secret_access_key = local
        """);
    System.setProperty(PROFILES, profiles.toString());
  }

  @AfterEach
  void close() {
    System.clearProperty(PROFILES);
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK", "AWS_ENDPOINT_URL_STS"})
  void withCredentialsOfAnotherAccountThanTheNamedOneNothingIsRead(String variable) {
    var run =
        sweep(
            Map.of(variable, simulator.endpoint().toString()),
            "--account 111122223333 --profile bob");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("--account is 111122223333, but the credentials are of account 444455556666")
        .hasLineCount(1);
    assertThat(simulator.calls().count("GetCallerIdentity")).isEqualTo(1);
    assertThat(simulator.calls().all()).hasSize(1);
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void theEndpointOptionAlsoAppliesToSts() {
    var run =
        sweep(
            Map.of(),
            "--account 111122223333 --profile bob --endpoint-url-bedrock " + simulator.endpoint());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(simulator.calls().all()).hasSize(1);
  }

  @Test
  void withoutCredentialsALocalEndpointUsesThoseOfTheNamedAccount() {
    var run = sweep(aws(), "--account 444455556666 --kind system-inference-profile -o json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("\"444455556666\"");
    assertThat(simulator.calls().count("GetCallerIdentity")).isEqualTo(1);
  }

  @Test
  void theNamedAccountIsUsedIfStsDoesNotRespond() {
    simulator.faults().add(Match.calls("GetCallerIdentity"), Fault.drop());

    var run = sweep(aws(), "--account 444455556666 --kind system-inference-profile -o json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("\"444455556666\"");
  }

  @Test
  void aMissingStsResponseIsReportedBriefly() {
    simulator.faults().add(Match.calls("GetCallerIdentity"), Fault.drop());

    var run = sweep(aws(), "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "inventory: AWS STS in region us-east-2 at endpoint %s did not return the account of the credentials: no response; check the network, the region and the endpoint, or use --account"
                .formatted(simulator.endpoint()));
  }

  @Test
  void theNamedProfileIsUsed() {
    var run = sweep(aws(), "--profile bob --kind system-inference-profile -o json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("\"444455556666\"");
  }

  @Test
  void aMissingProfileIsReported() {
    var run = sweep(aws(), "--profile nosuch --account 111122223333");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("--profile 'nosuch' is not in your AWS configuration files")
        .hasLineCount(1);
    assertThat(simulator.calls().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_ENDPOINT_URL, 127.0.0.1:4566",
    "AWS_ENDPOINT_URL_BEDROCK, two words",
    "AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API, http://",
    "AWS_ENDPOINT_URL_STS, ftp://127.0.0.1",
  })
  void aVariableThatIsNotAValidUrlIsNamed(String variable, String value) {
    var run = sweep(Map.of(variable, value), "--account 111122223333");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("%s is '%s'; set it to a URL".formatted(variable, value))
        .hasLineCount(1);
  }

  @Test
  void anUnknownRegionIsRejected() {
    var run = sweep(aws(), "--region us-esat-2");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err())
        .contains("'us-esat-2' is not an AWS region known to this version; check the name")
        .hasLineCount(1);
    assertThat(simulator.calls().all()).isEmpty();
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void withoutALedgerStsIsNotCalled() {
    var run = Run.of(Instant.now(), aws(), "sweep", "--region", "us-east-2");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("no ledger specified");
    assertThat(simulator.calls().all()).isEmpty();
  }

  private Map<String, String> aws() {
    return Map.of("AWS_ENDPOINT_URL", simulator.endpoint().toString());
  }

  private Run sweep(Map<String, String> environment, String arguments) {
    var all = "sweep --data %s --region us-east-2 %s".formatted(data, arguments).strip();
    return Run.of(Instant.now(), environment, all.split(" "));
  }
}
