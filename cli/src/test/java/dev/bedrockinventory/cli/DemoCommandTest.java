package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.model.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemoCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:30:00Z");

  @Test
  void stdoutContainsOnlyTheSummary() {
    var before = System.out;
    try {
      var run = Run.of(NOW, Map.of(), "demo", "--once", "-o", "json");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
      var summary = CanonicalJson.parse(run.out());
      assertThat(summary.propertyStream().map(Map.Entry::getKey))
          .containsExactly(
              "sweeps",
              "changes",
              "refused",
              "partial",
              "omissions",
              "drift",
              "refreshes",
              "attempts",
              "verified");
      assertThat(summary.path("verified").asBoolean()).isTrue();
      assertThat(run.err()).contains(" 1 of 17  ", "17 of 17  ", "the ledger is intact");
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void withoutJsonStdoutIsEmptyAndTheSummaryIsPrinted() {
    var before = System.out;
    try {
      var run = Run.of(NOW, Map.of(), "demo", "--once");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("51 sweeps: 71 BASELINE, 3 CREATED, 3 UPDATED, 3 DELETED");
    } finally {
      System.setOut(before);
    }
  }
}
