package dev.bedrockinventory.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the template's alarms and its dashboard look for metrics that are ours. */
final class WatchedMetrics {
  private WatchedMetrics() {}

  /** From a metric's name to its namespace and its dimensions, each as {@code name=value}. */
  static Map<String, Set<String>> of(Template template) throws JsonProcessingException {
    var metrics = new TreeMap<String, Set<String>>();
    for (var alarm : template.resources("AWS::CloudWatch::Alarm").values()) {
      var properties = alarm.path("Properties");
      var place = new TreeSet<String>();
      place.add(properties.path("Namespace").asText());
      properties
          .path("Dimensions")
          .forEach(dimension ->
              place.add(dimension.path("Name").asText() + "=" + dimension.path("Value").asText()));
      if (isOurs(properties.path("Namespace"))) {
        metrics.put(properties.path("MetricName").asText(), place);
      }
    }
    for (var widget : dashboard(template).path("widgets")) {
      for (var metric : widget.path("properties").path("metrics")) {
        if (isOurs(metric.path(0))) {
          metrics.put(
              metric.path(1).asText(),
              new TreeSet<>(
                  Set.of(
                      metric.path(0).asText(),
                      metric.path(2).asText() + "=" + metric.path(3).asText())));
        }
      }
    }
    return metrics;
  }

  private static boolean isOurs(JsonNode namespace) {
    return !namespace.asText().startsWith("AWS/");
  }

  private static JsonNode dashboard(Template template) throws JsonProcessingException {
    var body = template.properties("AWS::CloudWatch::Dashboard", "Watch").path("DashboardBody");
    return new ObjectMapper().readTree(Template.flat(body));
  }
}
