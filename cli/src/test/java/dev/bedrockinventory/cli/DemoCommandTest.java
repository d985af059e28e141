package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DemoCommandTest {
  private static final Instant NOW = Instant.parse("2026-10-28T23:00:00Z");

  private final PrintStream systemOut = System.out;

  @AfterEach
  void restore() {
    System.setOut(systemOut);
  }

  @Test
  void withOnceItEndsAfterTheScenarioAndStdoutContainsOnlyTheSummary() {
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
    assertThat(run.err())
        .contains(" 1 of 27  ", "27 of 27  ", "the ledger is intact")
        .contains("243 sweeps: 189 BASELINE, 19 CREATED, 40 UPDATED, 17 DELETED")
        .doesNotContain("Open this page");
  }

  @Test
  void aPortIsRefusedWithOnceWhichServesNoPage() {
    var run = Run.of(NOW, Map.of(), "demo", "--once", "--port", "0");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "inventory: --once serves no page; remove --port, or remove --once to open the page"
                + " (see ./inventory demo --help)");
  }

  @Test
  void withoutOnceTheLastLineIsTheAddressOfThePageWhichAnswersUntilTheDemoIsStopped()
      throws Exception {
    var out = new ByteArrayOutputStream();
    var err = new PipedOutputStream();
    var context =
        new CliContext(
            Map.of(),
            () -> NOW,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Optional.empty());
    var command = new FutureTask<>(() -> Main.run(context, "demo", "--port", "0"));
    var lines =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(err), StandardCharsets.UTF_8));
    var thread = Thread.ofPlatform().start(command);
    var printed = new ArrayList<String>();
    do {
      printed.add(lines.readLine());
    } while (!printed.getLast().startsWith("http://127.0.0.1:"));

    var page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(printed.getLast() + "widget?event=%7B%7D"))
                    .build(),
                BodyHandlers.ofString());
    thread.interrupt();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Needs attention", "checkout-chat");
    assertThat(command.get()).isEqualTo(ExitCode.SUCCESS);
    assertThat(lines.ready()).as("more lines").isFalse();
    assertThat(out.size()).isZero();
  }
}
