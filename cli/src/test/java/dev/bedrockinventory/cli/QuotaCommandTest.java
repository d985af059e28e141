package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** quota compares the number of resources with the quotas, on a file and on a table. */
final class QuotaCommandTest {
  private static final String TABLE = "quota-command";

  @TempDir private static Path folder;
  private static FilledFile ledger;

  @BeforeAll
  static void fill() {
    ledger = FilledFile.in(folder);
    FilledTable.create(TABLE);
  }

  @Test
  void aScopeThatWasNeverReadIsNotCounted() {
    var run = ledger.run("quota", "-o", "jsonl");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            {"account":"111122223333","region":"us-east-2","kind":"application-inference-profile",\
            "limit":1000,"state":"OK","used":1,"share":0.001,"lastCompleteAt":\
            "2026-11-22T10:00:01.234Z"}
            {"account":"111122223333","region":"us-east-2","kind":"imported-model","limit":3,\
            "state":"UNREAD"}
            """);
    assertThat(Run.on(TABLE, "quota", "-o", "jsonl").out()).isEqualTo(run.out());
  }

  @Test
  void aTableEndsWithTheSourceOfTheLimits() {
    var limits =
        ledger.run(
            "quota",
            "--kind",
            "application-inference-profile",
            "--limit",
            "application-inference-profile=1");

    assertThat(limits.lines())
        .hasSize(4)
        .contains(
            "111122223333  us-east-2  application-inference-profile  1     1      100.0%  REACHED"
                + "  2026-11-22T10:00:01.234Z");
    assertThat(limits.lines().getLast()).contains("Default quotas as of", "--limit");
  }

  @Test
  void csvHasTheScopesAlone() {
    assertThat(ledger.run("quota", "-o", "csv").out())
        .isEqualTo(
            """
            ACCOUNT,REGION,KIND,USED,LIMIT,SHARE,STATE,LAST READ\r
            111122223333,us-east-2,application-inference-profile,1,1000,0.1%,OK,2026-11-22T10:00:01.234Z\r
            111122223333,us-east-2,imported-model,,3,,UNREAD,never\r
            """);
  }

  @Test
  void withoutAScopeStderrHasTheReason() {
    assertThat(ledger.run("quota", "--region", "eu-west-1").err()).contains("ever swept");
    assertThat(ledger.run("quota", "--region", "eu-west-1").out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imported-model", "imported-model=0", "imported-model=-1", "imported-model=many",
        "system-inference-profile=5", "x=1", "=1", "imported-model=9999999999"
      })
  void aMalformedLimitIsReportedInOneLine(String limit) {
    var run = ledger.run("quota", "--limit", limit);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'%s' is not a valid quota".formatted(limit));
    assertThat(run.err().lines()).hasSize(1);
  }
}
