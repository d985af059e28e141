package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alarm is raised, and ends. */
final class AlarmEvaluationTest {
  /**
   * An alarm's id, series that raise it, and series that do not. {@code ;} separates periods,
   * {@code ,} the samples of a period, and {@code -} is a period without data.
   */
  private static final String SERIES =
      """
      ApiDrift             | UnmodelledMembers=0,2       | UnmodelledMembers=0,0
      ChangesWithoutAuthor | ChangesWithoutAuthor=3,1 ChangesWithAuthor=1,1 | ChangesWithoutAuthor=3 ChangesWithAuthor=1,1,1
      ChangesWithoutAuthor | ChangesWithoutAuthor=5 ChangesWithAuthor=- | ChangesWithoutAuthor=4 ChangesWithAuthor=-
      ChangesWithoutAuthor | ChangesWithoutAuthor=9 ChangesWithAuthor=1 | ChangesWithoutAuthor=- ChangesWithAuthor=-
      DamagedScopes        | DamagedScopes=1             | DamagedScopes=0
      EventDeadLetters     | ApproximateNumberOfMessagesVisible=1 | ApproximateNumberOfMessagesVisible=0
      EventsWaiting        | ApproximateAgeOfOldestMessage=3601 | ApproximateAgeOfOldestMessage=3600
      FeedErrors           | Errors=0,1                  | Errors=-
      FeedFailures         | ApproximateNumberOfMessagesVisible=1 | ApproximateNumberOfMessagesVisible=0
      FeedLag              | IteratorAge=900001          | IteratorAge=900000
      FeedSilent           | Heartbeats=-                | Heartbeats=1
      FeedThrottles        | Throttles=1                 | Throttles=0
      HistoryTampered      | HistoryTampered=1           | HistoryTampered=-
      MassDeletion         | MostDeletions=3,20          | MostDeletions=19,19
      OldestCompleteLook   | OldestCompleteLookAge=86401 | OldestCompleteLookAge=86400
      PlannerDeadLetters   | ApproximateNumberOfMessagesVisible=1 | ApproximateNumberOfMessagesVisible=0
      PlannerErrors        | Errors=1                    | Errors=0
      PlannerSilent        | ScopesPlanned=-             | ScopesPlanned=3
      PlannerThrottles     | Throttles=1                 | Throttles=0
      RefreshErrors        | Errors=1                    | Errors=0
      RefreshThrottles     | Throttles=1                 | Throttles=0
      RefusedSweeps        | NewlyRefusedScopes=1;2      | NewlyRefusedScopes=1;0
      StaleScopes          | StaleScopes=1               | StaleScopes=0
      StaleShare           | StaleScopes=51 ScopesPlanned=1000 | StaleScopes=5 ScopesPlanned=100
      SweepDeadLetters     | ApproximateNumberOfMessagesVisible=1 | ApproximateNumberOfMessagesVisible=0
      SweepErrors          | Errors=1                    | Errors=0
      SweepThrottles       | Throttles=1                 | Throttles=0
      TargetProblems       | TargetProblems=1            | TargetProblems=0
      TargetsLost          | TargetsLost=10.1            | TargetsLost=10
      """;

  private final Template template = Synthesized.once().template();

  @ParameterizedTest
  @MethodSource("rows")
  void anAlarmIsRaisedByItsCauseAndEndsWithIt(String id, String raising, String ending) {
    var alarm = new AlarmModel(template.properties("AWS::CloudWatch::Alarm", "Watch" + id));

    assertThat(alarm.isRaised(samples(raising))).as("%s: %s", id, raising).isTrue();
    assertThat(alarm.isRaised(samples(ending))).as("%s: %s", id, ending).isFalse();
  }

  @Test
  void everyAlarmIsEvaluated() {
    var alarms = new TreeSet<String>();
    template
        .resources("AWS::CloudWatch::Alarm")
        .keySet()
        .forEach(id -> alarms.add(Template.name(id).replaceFirst("^Watch", "")));

    var evaluated = new TreeSet<String>();
    rows().forEach(row -> evaluated.add(String.valueOf(row[0])));
    assertThat(evaluated).isEqualTo(alarms);
  }

  private static Stream<Object[]> rows() {
    return SERIES
        .lines()
        .map(line ->
            (Object[])
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
  }

  private static Map<String, List<double[]>> samples(String text) {
    var samples = new HashMap<String, List<double[]>>();
    for (var metric : text.split(" ", -1)) {
      var parts = metric.split("=", -1);
      samples.put(
          parts[0],
          Arrays.stream(parts[1].split(";", -1)).map(AlarmEvaluationTest::period).toList());
    }
    return samples;
  }

  private static double[] period(String text) {
    return text.equals("-")
        ? new double[0]
        : Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
