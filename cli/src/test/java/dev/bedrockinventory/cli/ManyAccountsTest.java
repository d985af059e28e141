package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.wire.LoggedCall;
import dev.bedrockinventory.simulator.world.Organization;
import dev.bedrockinventory.simulator.world.RegionOptIns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps of several accounts and of all regions, against a simulated AWS and DynamoDB Local. */
final class ManyAccountsTest {
  private static final String OWN = "111122223333";
  private static final String FIRST = "444455556666";
  private static final String SECOND = "555566667777";
  private static final String THIRD = "777788889999";
  private static final String THREE =
      "--role reader --account %s --account %s --account %s".formatted(FIRST, SECOND, THIRD);

  private final Simulator simulator = Simulator.start(0, Instant::now, 3);

  private final Engine engine = Engine.inMemory(0);
  private Run last = new Run(0, "", "");

  @AfterEach
  void close() {
    engine.close();
    simulator.close();
  }

  @Test
  void anAccountWithoutTheRoleAndADeniedListHideNoOtherAccount() {
    simulator.place(FIRST, "us-east-2").createProfile("alpha", Map.of());
    withoutRole(SECOND, "reader");
    simulator.faults().add(Match.calls("ListImportedModels").in(THIRD, "us-west-2"), Fault.deny());

    var exitCode =
        sweep(
            THREE
                + " --region all --kind application-inference-profile --kind imported-model"
                + " -o json");

    assertThat(exitCode).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(accounts())
        .extracting(account -> account.path("outcome").asText())
        .containsExactly("COMPLETE", "FAILED", "INCOMPLETE");
    assertThat(scopes(FIRST)).hasSize(17 * 2).noneMatch(ManyAccountsTest::isDenied);
    assertThat(scopes(SECOND)).isEmpty();
    assertThat(scopes(THIRD)).hasSize(17 * 2).filteredOn(ManyAccountsTest::isDenied).hasSize(1);
    assertThat(lines("account " + SECOND))
        .singleElement()
        .asString()
        .contains("the role reader cannot be assumed: access denied; check that the role exists");
    assertThat(lines("account " + THIRD))
        .singleElement()
        .asString()
        .contains("1 of 34 scopes are incomplete: DENIED ListImportedModels in us-west-2; allow");
    assertThat(lines("account " + FIRST)).isEmpty();
  }

  @Test
  void theSummaryOfAnAccountCountsItsScopesAndChanges() {
    simulator.place(FIRST, "us-east-2").createProfile("alpha", Map.of());
    var arguments = "--role reader --account %s --region us-east-2 --region eu-west-1";

    sweep(arguments.formatted(FIRST) + " --kind application-inference-profile -o json");

    assertThat(accounts().getFirst().toString())
        .isEqualTo(
            "{\"account\":\"%s\",\"outcome\":\"COMPLETE\",\"regions\":2,\"regionList\":\"OPTION\",\"complete\":2,\"unsupported\":0,\"incomplete\":0,\"seen\":1,\"changes\":{\"BASELINE\":1,\"CREATED\":0,\"UPDATED\":0,\"DELETED\":0}}"
                .formatted(FIRST));

    sweep(arguments.formatted(FIRST) + " --kind imported-model");

    assertThat(last.out().lines().toList().subList(4, 6))
        .containsExactly(
            "ACCOUNT       RESULT    REGIONS  COMPLETE  UNSUPPORTED  INCOMPLETE  SEEN  CHANGES",
            "444455556666  COMPLETE  2        1         1            0           0     none");
  }

  @Test
  void theRoleIsAssumedOnceInEachAccountByPathAndName() {
    sweep(
        "--role /team/reader --account %s --account %s --account %s --region us-east-2 -o jsonl"
            .formatted(FIRST, SECOND, FIRST));

    assertThat(calls("AssumeRole"))
        .extracting(call -> call.parameters().path("RoleArn").asText())
        .containsExactlyInAnyOrder(
            "arn:aws:iam::%s:role/team/reader".formatted(FIRST),
            "arn:aws:iam::%s:role/team/reader".formatted(SECOND));
    assertThat(calls("AssumeRole"))
        .extracting(call -> call.parameters().path("RoleSessionName").asText())
        .containsOnly("bedrock-inventory");
    assertThat(calls("ListImportedModels"))
        .extracting(LoggedCall::account)
        .containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(last.out().lines()).hasSize(2 * 3 + 2);
  }

  @Test
  void withoutAnyReadableAccountTheSweepFails() {
    withoutRole(FIRST, "reader");
    withoutRole(SECOND, "reader");

    var exitCode =
        sweep(
            "--role reader --account %s --account %s --region us-east-2".formatted(FIRST, SECOND));

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(last.err()).hasLineCount(2);
    assertThat(calls("ListInferenceProfiles")).isEmpty();
  }

  @Test
  void theOrganizationsActiveAccountsAreSweptAndTheOthersNamed() {
    var organization = simulator.world().createOrganization(OWN);
    organization.put(FIRST, organization.root());
    organization.put(SECOND, organization.root());
    organization.change(SECOND, Organization.State.SUSPENDED);

    var exitCode = sweep("--organization --role reader --region us-east-2 -o json");

    assertThat(exitCode).as(last.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(accounts())
        .extracting(account -> account.path("outcome").asText())
        .containsExactly("COMPLETE", "COMPLETE", "INACTIVE");
    assertThat(accounts().getLast().path("state").asText()).isEqualTo("SUSPENDED");
    assertThat(last.err())
        .isEqualToIgnoringNewLines(
            "inventory: account %s is SUSPENDED in the organization, so it is not swept"
                .formatted(SECOND));
    assertThat(calls("AssumeRole")).hasSize(1);
    assertThat(scopes(OWN)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, use credentials of the management account",
    "AWSOrganizationsNotInUseException, name the accounts with --account"
  })
  void accountsThatCannotBeListedAreReportedInOneLine(String error, String fix) {
    if (error.startsWith("Access")) {
      simulator.world().createOrganization(FIRST);
    }

    var exitCode = sweep("--organization --role reader --region us-east-2");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(last.err())
        .contains("the accounts of the organization cannot be listed: " + error)
        .contains(fix)
        .hasLineCount(1);
  }

  @Test
  void allRegionsAreThoseThatTheAccountHasEnabled() {
    simulator.world().regionOptIns().set(OWN, "af-south-1", RegionOptIns.Status.ENABLED);

    var exitCode = sweep("--region all --kind imported-model -o json");

    assertThat(exitCode).as(last.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(json())
        .hasSize(18)
        .extracting(scope -> scope.path("region").asText())
        .contains("af-south-1")
        .doesNotContain("me-south-1")
        .isSorted();
    assertThat(last.err())
        .isEqualToIgnoringNewLines(
            "inventory: regions of 111122223333: those that the account lists as enabled");
  }

  @Test
  void withoutItsOwnListTheRegionsOfTheSdkAreSweptAndTheReasonIsPrinted() {
    simulator.faults().add(Match.calls("ListRegions").inAccount(OWN), Fault.deny());

    var exitCode = sweep("--region all --kind imported-model -o json");

    assertThat(exitCode).as(last.err()).isEqualTo(ExitCode.SUCCESS);
    assertThat(json())
        .hasSizeGreaterThan(30)
        .extracting(scope -> scope.path("region").asText())
        .contains("us-east-1", "mx-central-1")
        .allMatch(region -> region.matches("[a-z]{2}-[a-z]+-[0-9]"))
        .noneMatch(region -> region.startsWith("us-gov"));
    assertThat(last.err())
        .contains("regions of 111122223333: all that this version knows Amazon Bedrock in")
        .contains("account:ListRegions failed (403 AccessDeniedException); allow it")
        .hasLineCount(1);
  }

  @Test
  void progressIsShownOnATerminalOnlyAndThenErased() {
    var arguments = "--region us-east-2 --region us-west-2 --kind imported-model -o jsonl";

    sweep(arguments);
    assertThat(last.err()).isEmpty();

    last = Run.onTerminal(Instant.now(), environment(), arguments(arguments));
    assertThat(last.err())
        .contains("\r[%s] 0 of 2 scopes".formatted("-".repeat(30)))
        .contains("\r[%s%s] 1 of 2 scopes".formatted("#".repeat(15), "-".repeat(15)))
        .contains("\r[%s] 2 of 2 scopes".formatted("#".repeat(30)))
        .endsWith(" ".repeat(46) + "\r");
    assertThat(last.out()).doesNotContain("\r");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--organization | --organization requires --role",
        "--organization --role reader --account 444455556666 | only one of --organization and"
            + " --account",
        "--role reader | --role requires the accounts",
        "--account 444455556666 --account 777788889999 | several accounts require --role",
        "--role arn:aws:iam::444455556666:role/reader --account 444455556666 | --role 'arn:aws:iam",
        "--role team/ --account 444455556666 | --role 'team/' is not valid",
        "--region us-east-2 | --region all includes every region",
      })
  void optionsThatMakeNoSenseTogetherAreRefusedInOneLine(String arguments, String message) {
    var exitCode = sweep("--region all " + arguments);

    assertThat(exitCode).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(last.err()).contains(message).hasLineCount(1);
    assertThat(simulator.calls().all()).isEmpty();
  }

  @Test
  void otherCommandsHaveNoRegionAll() {
    last = Run.of(Instant.now(), Map.of(), "list --data nowhere --region all".split(" "));

    assertThat(last.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(last.err()).contains("--region all is only for sweep").hasLineCount(1);
  }

  private void withoutRole(String account, String role) {
    simulator
        .faults()
        .add(
            Match.calls("AssumeRole").about("arn:aws:iam::%s:role/%s".formatted(account, role)),
            Fault.deny());
  }

  private int sweep(String arguments) {
    last = Run.of(Instant.now(), environment(), arguments(arguments));
    return last.exitCode();
  }

  private Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", simulator.endpoint().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint().toString());
  }

  private static String[] arguments(String arguments) {
    return Stream.concat(
            Stream.of("sweep", "--table", "ledger", "--create-table"),
            Stream.of(arguments.split(" ")))
        .toArray(String[]::new);
  }

  private JsonNode json() {
    return CanonicalJson.parse(last.out());
  }

  private List<JsonNode> accounts() {
    return json().path("accounts").valueStream().toList();
  }

  private List<JsonNode> scopes(String account) {
    return json()
        .path("scopes")
        .valueStream()
        .filter(scope -> scope.path("account").asText().equals(account))
        .toList();
  }

  private static boolean isDenied(JsonNode scope) {
    return scope.path("reason").asText().equals("DENIED");
  }

  private List<String> lines(String part) {
    return last.err().lines().filter(line -> line.contains(part)).toList();
  }

  private List<LoggedCall> calls(String operation) {
    return simulator.calls().all().stream()
        .filter(call -> call.operation().equals(operation))
        .toList();
  }
}
