package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The cost table of docs/cost.md matches the template, its own prices, and the README. */
final class CostTest {
  private static final int QUANTITY = 1;
  private static final int SOURCE = 3;
  private static final int PER_MONTH = 4;
  private static final int WITH_FREE_TIER = 5;
  private static final String SUM = "**sum**";
  private static final Pattern DATED_SOURCE =
      Pattern.compile(
          "^- \\*?(?<name>[a-j]|known)\\*?: .*(, |read |on )[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Template template = Synthesized.once().template();

  @Test
  void quantitiesAreThoseOfTheTemplate() throws IOException {
    var rows = rows();
    var metrics = WatchedMetrics.regular(template);

    assertThat(cell(rows, "metrics", QUANTITY)).isEqualTo(Integer.toString(metrics.size()));
    assertThat(cell(rows, "alarms, metrics of", QUANTITY))
        .isEqualTo(Integer.toString(metricsOfAlarms()));
    assertThat(cell(rows, "dashboard", QUANTITY))
        .isEqualTo(Integer.toString(template.resources("AWS::CloudWatch::Dashboard").size()));
  }

  @Test
  void everyPriceHasASourceWithADate() throws IOException {
    var rows = rows();
    rows.remove(SUM);
    var dated =
        document()
            .lines()
            .map(DATED_SOURCE::matcher)
            .filter(Matcher::find)
            .map(source -> source.group("name"))
            .toList();

    assertThat(rows.values())
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> assertThat(dated).contains(row.get(SOURCE).split(", ")));
  }

  /** Quantity times price, in the order of the rows, without the rows that cost nothing. */
  @Test
  void everyRowIsItsQuantityTimesItsPrice() throws IOException {
    var plans = 30 * 24 * 4;
    var sweeps = plans * 3 * 4;
    var polls = 5 * 30 * 24 * 60 * 3;
    var heartbeats = plans;
    var calls = plans + sweeps + heartbeats;
    var expected = new LinkedHashMap<String, Double>();
    expected.put("table, writes", (sweeps + heartbeats) * 0.625e-6);
    expected.put("table, reads", (sweeps + 4 * plans) * 0.125e-6);
    expected.put("table, storage and backup", 0.05 * (0.25 + 0.20));
    expected.put("table, requests to KMS", 6_000 * 0.03 / 10_000);
    expected.put("queue, tasks", (2 * plans + 2 * sweeps) * 0.50e-6);
    expected.put("queue, idle polling", polls * 0.50e-6);
    expected.put("event queue, idle polling", polls * 0.40e-6);
    expected.put("functions", calls * (0.0000133334 + 0.20e-6));
    expected.put("schedule", plans * 1.00e-6);
    expected.put("metrics", WatchedMetrics.regular(template).size() * 0.30);
    expected.put("alarms, metrics of", metricsOfAlarms() * 0.10);
    expected.put("dashboard", 3.00);
    expected.put("logs", 0.12 * (0.50 + 0.03));
    expected.put("traces", calls * 5.00e-6);

    var rows = rows();
    expected.forEach((item, dollars) ->
        assertThat(dollars(cell(rows, item, PER_MONTH)))
            .as(item)
            .isCloseTo(dollars, within(0.005)));
  }

  @Test
  void theFiguresForManyAccountsFollowFromTheSamePrices() throws IOException {
    var rows = rows("| accounts |");
    var watching = WatchedMetrics.regular(template).size() * 0.30 + metricsOfAlarms() * 0.10 + 3.00;

    assertThat(rows).containsOnlyKeys("1", "50", "500");
    rows.forEach((accounts, row) -> {
      var scopes = Integer.parseInt(accounts) * 17 * 3;
      var sweeps = 30L * 24 * 4 * scopes;
      assertThat(number(row.get(1))).isEqualTo(scopes);
      assertThat(number(row.get(2))).isEqualTo((double) sweeps);
      assertThat(number(row.get(3))).isCloseTo(month(scopes, 15, watching), within(0.5));
      assertThat(number(row.get(4))).isCloseTo(month(scopes, 60, watching), within(0.5));
      assertThat(number(row.get(5))).isCloseTo(month(scopes, 360, watching), within(0.5));
      assertThat(number(row.get(6))).isCloseTo(sweeps * 4.00e-6, within(0.5));
      assertThat(number(row.get(7))).isCloseTo(sweeps * 2.00e-5, within(0.5));
    });
    assertThat(month(12, 15, watching))
        .as("the table above is the same calculation")
        .isCloseTo(dollars(cell(rows(), SUM, PER_MONTH)), within(0.02));
  }

  /** A month while nothing changes, without the free tier. */
  private static double month(int scopes, int minutes, double watching) {
    var plans = 30 * 24 * 60 / minutes;
    var sweeps = (double) plans * scopes;
    var calls = sweeps + 2 * plans;
    var table =
        (sweeps + plans) * 0.625e-6
            + (sweeps + plans * (scopes / 4.0 + 1)) * 0.125e-6
            + 0.05 * (0.25 + 0.20)
            + 6_000 * 0.03 / 10_000;
    var polls = 5 * 30 * 24 * 60 * 3;
    var queues =
        (plans * Math.ceil(scopes / 10.0) + 2 * sweeps) * 0.50e-6 + polls * (0.50e-6 + 0.40e-6);
    var functions =
        calls * (0.0000133334 + 0.20e-6 + 5.00e-6 + 3e-6 * (0.50 + 0.03)) + plans * 1.00e-6;
    return table + queues + functions + watching;
  }

  /** An alarm on an expression is charged for each of its metrics. */
  private int metricsOfAlarms() {
    return template.resources("AWS::CloudWatch::Alarm").values().stream()
        .map(alarm -> alarm.path("Properties"))
        .mapToInt(alarm -> alarm.has("Metrics") ? alarm.path("Metrics").size() - 1 : 1)
        .sum();
  }

  /** Each row is rounded to a cent, so the sum may differ by some cents. */
  @Test
  void theSumIsThatOfItsRows() throws IOException {
    for (var column : List.of(PER_MONTH, WITH_FREE_TIER)) {
      var rows = rows();
      var sum = dollars(cell(rows, SUM, column));
      rows.remove(SUM);

      assertThat(rows.values().stream().mapToDouble(row -> dollars(row.get(column))).sum())
          .isCloseTo(sum, within(0.02));
    }
  }

  @Test
  void theReadmeStatesTheSums() throws IOException {
    var rows = rows();

    assertThat(read("README.md").lines().filter(line -> line.startsWith("Idle cost: ")))
        .singleElement()
        .asString()
        .contains(
            cell(rows, SUM, PER_MONTH).replace("*", "") + " a month",
            cell(rows, SUM, WITH_FREE_TIER).replace("*", "") + " with the free tier");
  }

  private static Map<String, List<String>> rows() throws IOException {
    return rows("| item |");
  }

  private static Map<String, List<String>> rows(String heading) throws IOException {
    var rows = new LinkedHashMap<String, List<String>>();
    document()
        .lines()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .forEach(row -> rows.put(row.getFirst(), row));
    return rows;
  }

  private static String document() throws IOException {
    return read("docs/cost.md");
  }

  private static String read(String file) throws IOException {
    return Files.readString(Synthesized.CONTEXT.resolveSibling(file));
  }

  private static String cell(Map<String, List<String>> rows, String item, int column) {
    return rows.getOrDefault(item, List.of()).get(column);
  }

  private static double number(String cell) {
    return Double.parseDouble(cell.replace("$", "").replace(",", ""));
  }

  private static double dollars(String cell) {
    return Double.parseDouble(cell.replace("*", "").replace("$", ""));
  }
}
