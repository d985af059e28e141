package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.ChangeKind;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes a day, as stacked bars in a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param bars the bars, from the first day to the last and from the bottom up
 * @param labels the days under the axis
 * @param most the number at the upper line, at least 1
 * @param total the number of changes
 */
public record ChangeChart(List<Bar> bars, List<Label> labels, int most, int total) {
  static final int WIDTH = 760;
  static final int HEIGHT = 184;
  private static final int LEFT = 34;
  private static final int BOTTOM = 150;
  private static final int TOP = 20;

  /** The width of a label: the last one ends inside the drawing. */
  private static final int LABEL = 76;

  /** The kinds from the bottom up. */
  private static final List<ChangeKind> KINDS =
      List.of(ChangeKind.UPDATED, ChangeKind.CREATED, ChangeKind.DELETED);

  /** Copies the lists. */
  public ChangeChart {
    bars = List.copyOf(bars);
    labels = List.copyOf(labels);
  }

  /**
   * A bar.
   *
   * @param kind its change kind
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @param title what it shows
   */
  public record Bar(ChangeKind kind, int x, int y, int width, int height, String title) {}

  /**
   * A text under the axis.
   *
   * @param x where it begins
   * @param text the text
   */
  public record Label(int x, String text) {}

  static ChangeChart of(Collection<ChangeKey> changes, ChangeDays days) {
    var counts = new TreeMap<LocalDate, Map<ChangeKind, Integer>>();
    days.stream().forEach(day -> counts.put(day, new EnumMap<>(ChangeKind.class)));
    for (var change : changes) {
      counts
          .computeIfAbsent(
              ChangeDays.day(change.observedAt()), _ -> new EnumMap<>(ChangeKind.class))
          .merge(change.change(), 1, Integer::sum);
    }
    var most =
        counts.values().stream()
            .mapToInt(day -> day.values().stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElse(1);
    return draw(counts, Math.max(1, most), changes.size());
  }

  private static ChangeChart draw(
      Map<LocalDate, Map<ChangeKind, Integer>> counts, int most, int total) {
    var bars = new ArrayList<Bar>();
    var labels = new ArrayList<Label>();
    var step = (WIDTH - LEFT) / Math.max(1, counts.size());
    var x = LEFT;
    for (var day : counts.entrySet()) {
      var at = Math.min(x, WIDTH - LABEL);
      if (labels.isEmpty() || at - labels.getLast().x() > WIDTH / 8) {
        var text = "%d %s".formatted(day.getKey().getDayOfMonth(), month(day.getKey()));
        labels.add(new Label(at, text));
      }
      var y = BOTTOM;
      for (var kind : KINDS) {
        int count = day.getValue().getOrDefault(kind, 0);
        if (count > 0) {
          var height = Math.max(2, count * (BOTTOM - TOP) / most);
          y -= height;
          var title = "%s: %d %s".formatted(day.getKey(), count, kind.name());
          bars.add(new Bar(kind, x, y, Math.max(2, step - 4), height, title));
        }
      }
      x += step;
    }
    return new ChangeChart(bars, labels, most, total);
  }

  private static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
