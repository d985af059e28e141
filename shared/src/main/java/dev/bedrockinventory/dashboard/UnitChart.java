package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.cost.UnitCount;
import dev.bedrockinventory.cost.UnitStep;
import dev.bedrockinventory.model.ChangeDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The custom model units of a model over time, as a line of steps in a drawing of {@value #WIDTH}
 * by {@value #HEIGHT}, whose template uses these numbers. It has a gap where the units are not
 * known, and is at 0 where the model did not exist.
 *
 * @param line the path of the line; empty if no units are known
 * @param labels the days of steps under the axis
 * @param end the day at the end of the axis
 * @param most the number at the upper line, at least 1
 * @param title what the drawing shows, in words
 */
public record UnitChart(
    String line, List<ChangeChart.Label> labels, String end, int most, String title) {
  /** The width of the drawing. */
  public static final int WIDTH = 440;

  /** The height of the drawing. */
  public static final int HEIGHT = 130;

  private static final int LEFT = 34;

  /** The right end of the axis. */
  public static final int RIGHT = 430;

  /** The upper line. */
  public static final int TOP = 16;

  /** The axis, which is 0. */
  public static final int BOTTOM = 112;

  /** The width of a label, at the largest size that the style has for it. */
  private static final int LABEL = 90;

  /** Copies the list. */
  public UnitChart {
    labels = List.copyOf(labels);
  }

  /** Draws the steps from the first of them to the end of the time range. */
  static UnitChart of(List<UnitStep> steps, Instant until) {
    var most = steps.stream().mapToInt(UnitChart::units).max().orElse(0);
    if (steps.isEmpty()) {
      return new UnitChart("", List.of(), "", 1, "No units are recorded");
    }
    var scale = new Scale(steps.getFirst().since(), until, Math.max(1, most));
    return new UnitChart(
        scale.line(steps),
        scale.labels(steps),
        Scale.day(until),
        scale.most(),
        "Custom model units over time: "
            + CountText.of(steps.size(), "step", "steps")
            + ", at most "
            + most);
  }

  private static int units(UnitStep step) {
    return step.units().map(UnitCount::perCopy).orElse(0);
  }

  /** Where instants and units are in the drawing. */
  private record Scale(Instant first, Instant last, int most) {
    String line(List<UnitStep> steps) {
      var path = new StringBuilder();
      var isDrawn = false;
      for (var index = 0; index < steps.size(); index++) {
        var step = steps.get(index);
        var end = index + 1 < steps.size() ? steps.get(index + 1).since() : last;
        var isKnown = step.isDeleted() || step.units().isPresent();
        if (isKnown) {
          var y = y(units(step));
          path.append(isDrawn ? "V" + y : "M" + x(step.since()) + " " + y)
              .append("H")
              .append(x(end));
        }
        isDrawn = isKnown;
      }
      return path.toString();
    }

    /** The days of the steps, as far as there is room before that of the end. */
    List<ChangeChart.Label> labels(List<UnitStep> steps) {
      var labels = new ArrayList<ChangeChart.Label>();
      for (var step : steps) {
        var x = x(step.since());
        var isFree = labels.isEmpty() || x - labels.getLast().x() >= LABEL;
        if (isFree && x + LABEL <= RIGHT - LABEL) {
          labels.add(new ChangeChart.Label(x, day(step.since())));
        }
      }
      return labels;
    }

    private int x(Instant at) {
      var all = Math.max(1, Duration.between(first, last).toMillis());
      var part = Math.clamp(Duration.between(first, at).toMillis(), 0, all);
      return LEFT + Math.toIntExact((RIGHT - LEFT) * part / all);
    }

    private int y(int units) {
      return BOTTOM - Math.toIntExact((long) (BOTTOM - TOP) * units / most);
    }

    private static String day(Instant at) {
      return TimeText.dayAndYear(ChangeDays.day(at));
    }
  }
}
