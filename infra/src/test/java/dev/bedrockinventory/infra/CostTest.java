package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bedrockinventory.settings.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of costs in README.md beside the template, and beside itself. */
final class CostTest {
  private static final int HOW_MUCH = 1;
  private static final int SOURCE = 3;
  private static final int A_MONTH = 4;
  private static final int WITH_FREE_TIER = 5;
  private static final String SUM = "**sum**";

  private final Template template = Synthesized.once().template();

  @Test
  void itCountsWhatTheTemplateHas() throws IOException {
    var rows = rows();
    var metrics = WatchedMetrics.of(template);
    // It costs in the month only in which it happens.
    metrics.remove(Metric.HISTORY_TAMPERED.key());

    assertThat(cell(rows, "metrics", HOW_MUCH)).isEqualTo(Integer.toString(metrics.size()));
    assertThat(cell(rows, "alarms", HOW_MUCH))
        .isEqualTo(Integer.toString(template.resources("AWS::CloudWatch::Alarm").size()));
    assertThat(cell(rows, "dashboard", HOW_MUCH))
        .isEqualTo(Integer.toString(template.resources("AWS::CloudWatch::Dashboard").size()));
  }

  @Test
  void eachPriceHasASource() throws IOException {
    var rows = rows();
    rows.remove(SUM);

    assertThat(rows.values())
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> assertThat(row.get(SOURCE)).matches("[a-j](, known)?|known"));
  }

  /** Each row is rounded to a cent, so that the sum may be some cents away. */
  @Test
  void theSumIsThatOfItsRows() throws IOException {
    for (var column : List.of(A_MONTH, WITH_FREE_TIER)) {
      var rows = rows();
      var sum = dollars(cell(rows, SUM, column));
      rows.remove(SUM);

      assertThat(rows.values().stream().mapToDouble(row -> dollars(row.get(column))).sum())
          .isCloseTo(sum, within(0.02));
    }
  }

  private static Map<String, List<String>> rows() throws IOException {
    var rows = new LinkedHashMap<String, List<String>>();
    Files.readString(Synthesized.CONTEXT.resolveSibling("README.md"))
        .lines()
        .dropWhile(line -> !line.startsWith("| item |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .forEach(row -> rows.put(row.getFirst(), row));
    return rows;
  }

  private static String cell(Map<String, List<String>> rows, String item, int column) {
    return rows.getOrDefault(item, List.of()).get(column);
  }

  private static double dollars(String cell) {
    return Double.parseDouble(cell.replace("*", "").replace("$", ""));
  }
}
