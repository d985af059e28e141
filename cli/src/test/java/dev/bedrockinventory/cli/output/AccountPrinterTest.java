package dev.bedrockinventory.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.SweepReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines about accounts that were not swept completely, and about their regions. */
final class AccountPrinterTest {
  private static final String ACCOUNT = "444455556666";

  @Test
  void equalFailuresInManyRegionsAreOnePartOfTheLine() {
    var reports =
        Stream.of("eu-west-1", "eu-west-2", "us-east-1", "us-east-2")
            .map(region -> report(region, failure(Reason.THROTTLED, "ListImportedModels")))
            .toList();

    assertThat(line(reports, Optional.empty()))
        .isEqualTo(
            "inventory: account 444455556666: 4 of 4 scopes are incomplete: THROTTLED"
                + " ListImportedModels in 4 regions; sweep again later");
  }

  @Test
  void atMostThreeFailuresAreNamedAndTheOthersCounted() {
    var reports =
        List.of(
            report(
                "eu-west-1",
                failure(Reason.DENIED, "ListImportedModels"),
                failure(Reason.DENIED, "GetImportedModel"),
                failure(Reason.UNAVAILABLE, "ListTagsForResource"),
                failure(Reason.MALFORMED, "GetResources")));

    assertThat(line(reports, Optional.empty()))
        .contains("UNAVAILABLE ListTagsForResource in eu-west-1 and 1 more; allow this");
  }

  @Test
  void aLedgerThatCannotBeReachedIsReportedBesideTheScopesThatWereRead() {
    var reports = List.of(report("eu-west-1"));

    assertThat(line(reports, Optional.of("the table is throttled; sweep again later")))
        .isEqualTo("inventory: account 444455556666: the table is throttled; sweep again later");
    assertThat(result(reports, Optional.of("the table is throttled")).outcome())
        .isEqualTo(AccountResult.Outcome.INCOMPLETE);
    assertThat(result(List.of(), Optional.of("the table is throttled")).outcome())
        .isEqualTo(AccountResult.Outcome.FAILED);
  }

  @Test
  void accountsWithTheSameListOfRegionsShareALine() {
    var lists = new TreeMap<String, RegionList>();
    for (var number = 0; number < 5; number++) {
      lists.put(
          "%012d".formatted(number),
          new RegionList(List.of("eu-west-1"), RegionList.Origin.ACCOUNT, Optional.empty()));
    }

    assertThat(RegionNotice.lines(lists))
        .containsExactly(
            "regions of 000000000000, 000000000001, 000000000002 and 2 more: those that the"
                + " account lists as enabled");
  }

  private static String line(List<SweepReport> reports, Optional<String> problem) {
    var err = new ByteArrayOutputStream();
    new AccountPrinter(
            new CliContext(
                Map.of(),
                () -> Instant.EPOCH,
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Optional.empty()))
        .print(List.of(result(reports, problem)), OutputFormat.JSONL);
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private static AccountResult result(List<SweepReport> reports, Optional<String> problem) {
    var regions = reports.stream().map(report -> report.scope().region()).distinct().toList();
    return new AccountResult(
        ACCOUNT,
        Optional.of(new RegionList(regions, RegionList.Origin.OPTION, Optional.empty())),
        Optional.empty(),
        problem,
        reports);
  }

  private static SweepReport report(String region, Failure... failures) {
    return new SweepReport(
        new Scope(ACCOUNT, region, Kind.IMPORTED_MODEL),
        Instant.EPOCH,
        failures.length == 0 ? Outcome.COMPLETE : Outcome.PARTIAL,
        false,
        List.of(failures),
        0,
        Map.of(),
        0,
        0,
        false,
        Map.of(),
        new Consumed(0, 0),
        0);
  }

  private static Failure failure(Reason reason, String operation) {
    return new Failure(reason, operation, Optional.empty(), "a message");
  }
}
