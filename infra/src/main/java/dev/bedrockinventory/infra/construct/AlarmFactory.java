package dev.bedrockinventory.infra.construct;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Creates alarms that publish to one topic and refer to their section of the documents. */
public final class AlarmFactory {
  private final Construct scope;
  private final Topic topic;

  /** Creates alarms in this construct. */
  public AlarmFactory(Construct scope, Topic topic) {
    this.scope = scope;
    this.topic = topic;
  }

  /**
   * Creates an alarm.
   *
   * @param id its id, which is also a heading in docs/operations.md
   * @param meaning one or more sentences
   */
  public void create(String id, IMetric metric, Limit limit, String meaning) {
    Alarm.Builder.create(scope, id)
        .metric(metric)
        .comparisonOperator(limit.operator())
        .threshold(limit.threshold())
        .evaluationPeriods(limit.periods())
        .treatMissingData(limit.missing())
        .alarmDescription(meaning + " Checks and fixes: docs/operations.md, section " + id + ".")
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  /**
   * The condition of an alarm.
   *
   * @param operator how the value is compared with the threshold
   * @param threshold the value
   * @param periods for how many periods in a row
   * @param missing how a period without data is treated
   */
  public record Limit(
      ComparisonOperator operator, int threshold, int periods, TreatMissingData missing) {
    /** More than zero, once. */
    public static final Limit ZERO = over(0);

    /** Nothing at all, once: a period without data raises the alarm too. */
    public static final Limit SILENCE =
        new Limit(ComparisonOperator.LESS_THAN_THRESHOLD, 1, 1, TreatMissingData.BREACHING);

    /** More than this, once. */
    public static Limit over(int threshold) {
      return over(threshold, 1);
    }

    /** More than this in so many periods in a row. */
    public static Limit over(int threshold, int periods) {
      return new Limit(
          ComparisonOperator.GREATER_THAN_THRESHOLD,
          threshold,
          periods,
          TreatMissingData.NOT_BREACHING);
    }
  }
}
