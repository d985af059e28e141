package dev.bedrockinventory.infra;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An alarm of a template, evaluated as CloudWatch documents it: the statistic of each period, the
 * metric math, the threshold, and how missing data is treated. All evaluated periods must breach.
 *
 * @param alarm the properties of the resource
 */
record AlarmModel(JsonNode alarm) {
  private static final ExpressionConfiguration MATH =
      ExpressionConfiguration.defaultConfiguration()
          .withAdditionalFunctions(Map.entry("FILL", new Fill()));

  /**
   * Whether the alarm is raised.
   *
   * @param samples from a metric's name to the samples of each period, the last period last; as
   *     many periods as are evaluated
   */
  boolean isRaised(Map<String, List<double[]>> samples) {
    var periods = alarm.path("EvaluationPeriods").asInt();
    return IntStream.range(0, periods).allMatch(period -> breaches(value(samples, period)));
  }

  private boolean breaches(OptionalDouble value) {
    if (value.isEmpty()) {
      return alarm.path("TreatMissingData").asText().equals("breaching");
    }
    var threshold = alarm.path("Threshold").asDouble();
    return switch (alarm.path("ComparisonOperator").asText()) {
      case "GreaterThanThreshold" -> value.getAsDouble() > threshold;
      case "LessThanThreshold" -> value.getAsDouble() < threshold;
      default -> throw new AssertionError("unsupported " + alarm);
    };
  }

  private OptionalDouble value(Map<String, List<double[]>> samples, int period) {
    if (!alarm.has("Metrics")) {
      return statistic(alarm.path("Statistic").asText(), samples(alarm, samples, period));
    }
    var values = new HashMap<String, Object>();
    var expression = "";
    for (var part : alarm.path("Metrics")) {
      if (part.has("Expression")) {
        expression = part.path("Expression").asText();
      } else {
        var stat = part.path("MetricStat");
        var value =
            statistic(stat.path("Stat").asText(), samples(stat.path("Metric"), samples, period));
        values.put(
            part.path("Id").asText(), value.isPresent() ? (Object) value.getAsDouble() : null);
      }
    }
    return OptionalDouble.of(evaluate(expression, values));
  }

  private static double evaluate(String expression, Map<String, Object> values) {
    try {
      return new Expression(expression, MATH)
          .withValues(values)
          .evaluate()
          .getNumberValue()
          .doubleValue();
    } catch (EvaluationException | ParseException e) {
      throw new AssertionError(expression, e);
    }
  }

  private static double[] samples(
      JsonNode metric, Map<String, List<double[]>> samples, int period) {
    var name = metric.path("MetricName").asText();
    if (!samples.containsKey(name)) {
      throw new AssertionError("no samples of " + name);
    }
    return samples.getOrDefault(name, List.of()).get(period);
  }

  private static OptionalDouble statistic(String name, double[] samples) {
    if (samples.length == 0) {
      return OptionalDouble.empty();
    }
    return switch (name) {
      case "Sum" -> OptionalDouble.of(Arrays.stream(samples).sum());
      case "Maximum" -> Arrays.stream(samples).max();
      case "SampleCount" -> OptionalDouble.of(samples.length);
      default -> throw new AssertionError("unsupported statistic " + name);
    };
  }

  /** CloudWatch's function that replaces a missing value. */
  @FunctionParameter(name = "series")
  @FunctionParameter(name = "filler")
  private static final class Fill extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token token, EvaluationValue... parameters) {
      return parameters[0].isNullValue() ? parameters[1] : parameters[0];
    }
  }
}
