package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.output.JsonText;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.RegionState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps from the command line, against a simulated Bedrock and DynamoDB Local. */
final class SweepCommandTest {
  private static final String ACCOUNT = "111122223333";

  /** Its resources were made yesterday, so that their tags need no confirmation. */
  private final Simulator simulator =
      Simulator.start(0, () -> Instant.now().minus(Duration.ofDays(1)), 3);

  private final Engine engine = Engine.inMemory(0);
  private Run last = new Run(0, "", "");

  @AfterEach
  void close() {
    engine.close();
    simulator.close();
  }

  @Test
  void aFirstSweepRecordsTheBaselineOfEveryKind() {
    region("us-east-2").createProfile("alpha", Map.of("team", "red"));
    region("us-east-2").importModel("reader", 1, Map.of());

    var exitCode = sweep("--region", "us-east-2");

    assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
    assertThat(json())
        .extracting(scope -> scope.path("kind").asText())
        .containsExactly(
            "system-inference-profile", "application-inference-profile", "imported-model");
    var profiles = json().get(1);
    assertThat(members(profiles))
        .containsExactly(
            "account",
            "region",
            "kind",
            "outcome",
            "seen",
            "changes",
            "omissions",
            "apiCalls",
            "consumed",
            "millis");
    assertThat(profiles.path("account").asText()).isEqualTo(ACCOUNT);
    assertThat(profiles.path("region").asText()).isEqualTo("us-east-2");
    assertThat(profiles.path("outcome").asText()).isEqualTo("COMPLETE");
    assertThat(profiles.path("seen").asInt()).isEqualTo(1);
    assertThat(JsonText.line(profiles.path("changes")))
        .isEqualTo("{\"BASELINE\":1,\"CREATED\":0,\"UPDATED\":0,\"DELETED\":0}");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 2_000})
  void aSecondSweepCostsOneReadAndOneWritePerScopeForAnyNumberOfResources(int profiles) {
    region("us-east-2").createProfiles(profiles);
    region("us-east-2").importModel("reader", 1, Map.of());
    sweep("--region", "us-east-2");

    var exitCode = sweep("--region", "us-east-2");

    assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
    for (var scope : json()) {
      assertThat(JsonText.line(scope.path("changes")))
          .isEqualTo("{\"BASELINE\":0,\"CREATED\":0,\"UPDATED\":0,\"DELETED\":0}");
      assertThat(scope.path("consumed").path("read").asDouble()).isEqualTo(1);
      assertThat(scope.path("consumed").path("write").asDouble()).isEqualTo(1);
    }
    assertThat(json().get(1).path("seen").asInt()).isEqualTo(profiles);
    assertThat(json())
        .extracting(scope -> JsonText.line(scope.path("apiCalls")))
        .containsExactly(
            "{\"GetInferenceProfile\":1,\"ListInferenceProfiles\":1}",
            "{\"GetInferenceProfile\":1,\"GetResources\":%d,\"ListInferenceProfiles\":%d}"
                .formatted((profiles + 99) / 100, (profiles + 999) / 1000),
            "{\"GetImportedModel\":1,\"ListImportedModels\":1,\"ListTagsForResource\":1}");
  }

  @Test
  void regionsAreSweptInTheSpecifiedOrderAndAnUnsupportedOneIsNotAnError() {
    var exitCode =
        sweep("--region", "eu-west-1", "--region", "us-east-2", "--kind", "imported-model");

    assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
    assertThat(json())
        .extracting(scope -> scope.path("region").asText() + " " + scope.path("outcome").asText())
        .containsExactly("eu-west-1 REFUSED", "us-east-2 COMPLETE");
    assertThat(json().get(0).path("reason").asText()).isEqualTo("UNSUPPORTED");
  }

  static Stream<Fault> whatLeavesAListUnread() {
    return Stream.of(
        Fault.throttle(),
        Fault.serverError(),
        Fault.deny(),
        Fault.expiredCredentials(),
        Fault.drop(),
        Fault.cut(20),
        Fault.withoutList(),
        Fault.replace("no JSON"));
  }

  @ParameterizedTest
  @MethodSource("whatLeavesAListUnread")
  void aFailedReadDeletesNothingAndExitsWithThree(Fault fault) {
    region("us-east-2").importModel("reader", 1, Map.of());
    sweep("--region", "us-east-2", "--kind", "imported-model");
    region("us-east-2").delete("reader");
    simulator.faults().add(Match.calls("ListImportedModels"), fault);

    var exitCode = sweep("--region", "us-east-2", "--kind", "imported-model");

    assertThat(exitCode).isEqualTo(ExitCode.INCOMPLETE);
    var scope = json().get(0);
    assertThat(scope.path("outcome").asText()).isEqualTo("REFUSED");
    assertThat(scope.path("changes").path("DELETED").asInt(-1)).isZero();
    assertThat(scope.path("failures").get(0).path("operation").asText())
        .isEqualTo("ListImportedModels");
    assertThat(scope.path("failures").get(0).path("reason").asText())
        .isEqualTo(scope.path("reason").asText());
  }

  @Test
  void anUnknownPresenceIsReportedAndExitsWithThreeEvenIfTheObservationIsComplete() {
    region("us-east-2").createProfile("alpha", Map.of());
    var beta = region("us-east-2").createProfile("beta", Map.of());
    sweep("--region", "us-east-2", "--kind", "application-inference-profile");
    region("us-east-2").delete("beta");
    simulator.faults().add(Match.calls("GetInferenceProfile").about(beta.arn()), Fault.deny());

    var exitCode = sweep("--region", "us-east-2", "--kind", "application-inference-profile");

    assertThat(exitCode).isEqualTo(ExitCode.INCOMPLETE);
    var scope = json().get(0);
    assertThat(scope.path("outcome").asText()).isEqualTo("COMPLETE");
    assertThat(scope.path("failures").get(0).path("resource").asText()).isEqualTo(beta.arn());
    assertThat(scope.path("changes").path("DELETED").asInt(-1)).isZero();
  }

  @Test
  void anOmissionIsNotAnError() {
    region("us-east-2").createProfile("alpha", Map.of());
    var beta = region("us-east-2").createProfile("beta", Map.of());
    sweep("--region", "us-east-2", "--kind", "application-inference-profile");
    simulator.faults().add(Match.calls("ListInferenceProfiles").about(beta.arn()), Fault.omit());

    var exitCode = sweep("--region", "us-east-2", "--kind", "application-inference-profile");

    assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
    assertThat(json().get(0).path("omissions").asInt()).isEqualTo(1);
  }

  @Test
  void theAccountIsReadFromStsIfNotSpecified() {
    last =
        Run.of(
            Instant.now(),
            Map.of(
                "AWS_ENDPOINT_URL", simulator.endpoint().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint().toString()),
            "sweep",
            "--table",
            "ledger",
            "--create-table",
            "--region",
            "us-east-2",
            "-o",
            "json");

    assertThat(last.exitCode()).as(last.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(simulator.calls().count("GetCallerIdentity")).isEqualTo(1);
    assertThat(json()).extracting(scope -> scope.path("account").asText()).contains(ACCOUNT);
  }

  @Test
  void withoutAnStsResponseTheAccountIsRequired() {
    simulator.faults().add(Match.calls("GetCallerIdentity"), Fault.deny());

    last =
        Run.of(
            Instant.now(),
            Map.of("AWS_ENDPOINT_URL", simulator.endpoint().toString()),
            "sweep",
            "--table",
            "ledger",
            "--region",
            "us-east-2");

    assertThat(last.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(last.err())
        .contains("AWS STS in region us-east-2 at endpoint " + simulator.endpoint())
        .contains("did not return the account of the credentials: access denied;")
        .contains("use --account")
        .hasLineCount(1);
  }

  @Test
  void aMissingTableIsReportedInOneLineAndNothingIsRead() {
    var exitCode = run(false, "--region", "us-east-2");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(last.err()).contains("ledger").hasLineCount(1);
    assertThat(last.out()).isEmpty();
    assertThat(simulator.calls().all())
        .extracting(call -> call.operation())
        .containsOnly("GetCallerIdentity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--region Ohio",
        "--region us-east-2 --kind model",
        "--region us-east-2 --account 1111",
        "--region us-esat-2",
        "--region us-east-2 --region eu-wset-1",
        "--region us-east-2 --data ledger.db",
        "--region us-east-2 --endpoint-url-dynamodb nowhere",
        "--region us-east-2 --profile nosuch",
        "--region us-east-2 -o xml",
        "--region us-east-2 --region all",
        "--region all --organization --role reader",
        "--region all --account 444455556666 --role",
        "--region us-east-2 --account 444455556666 --account 777788889999",
        "--region us-east-2 --role arn:aws:iam::444455556666:role/reader",
      })
  void wrongUsageIsOneLineAndExitsWithTwo(String arguments) {
    var exitCode = sweep(arguments.split(" "));

    assertThat(exitCode).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(last.err()).hasLineCount(1);
    assertThat(simulator.calls().all()).isEmpty();
  }

  @Test
  void aFileContainsTheSameLedger(@TempDir Path folder) {
    var data = folder.resolve("ledger.db");
    region("us-east-2").createProfile("alpha", Map.of("team", "red"));
    var aws = simulator.endpoint().toString();
    var sweep =
        new String[] {
          "sweep",
          "--data",
          data.toString(),
          "--account",
          ACCOUNT,
          "--region",
          "us-east-2",
          "--endpoint-url-bedrock",
          aws,
          "--endpoint-url-tagging",
          aws,
          "-o",
          "json"
        };

    assertThat(command(sweep)).as(last.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(command(sweep)).isEqualTo(ExitCode.SUCCESS);
    assertThat(json())
        .extracting(scope -> scope.path("changes").path("BASELINE").asInt())
        .containsOnly(0);
    assertThat(command("verify", "--data", data.toString())).isEqualTo(ExitCode.SUCCESS);
    assertThat(command("list", "--data", data.toString(), "--tag", "team=red", "-o", "jsonl"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(last.out()).contains("alpha").hasLineCount(1);
  }

  @Test
  void theDefaultOutputIsATable() {
    sweep("--region", "sa-east-1", "--kind", "system-inference-profile", "-o", "table");

    assertThat(last.out().lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("ACCOUNT       REGION     KIND                      OUTCOME   SEEN  CHANGES");
    assertThat(last.out()).contains("COMPLETE  16    16 BASELINE");
  }

  private RegionState region(String region) {
    return simulator.place(ACCOUNT, region);
  }

  private int sweep(String... arguments) {
    return run(true, arguments);
  }

  private int run(boolean createsTable, String... arguments) {
    var aws = simulator.endpoint().toString();
    var all =
        new ArrayList<>(
            List.of(
                "sweep",
                "--table",
                "ledger",
                "--endpoint-url-bedrock",
                aws,
                "--endpoint-url-tagging",
                aws,
                "--endpoint-url-dynamodb",
                engine.endpoint().toString()));
    if (createsTable) {
      all.add("--create-table");
    }
    if (!List.of(arguments).contains("--account")) {
      all.addAll(List.of("--account", ACCOUNT));
    }
    if (!List.of(arguments).contains("-o")) {
      all.addAll(List.of("-o", "json"));
    }
    all.addAll(List.of(arguments));
    return command(all.toArray(String[]::new));
  }

  private int command(String... arguments) {
    last = Run.of(Instant.now(), Map.of(), arguments);
    return last.exitCode();
  }

  private JsonNode json() {
    return CanonicalJson.parse(last.out());
  }

  private static List<String> members(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }
}
