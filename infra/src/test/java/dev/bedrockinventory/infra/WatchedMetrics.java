package dev.bedrockinventory.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the template's alarms and its dashboard look for metrics that are ours. */
final class WatchedMetrics {
  private WatchedMetrics() {}

  /** The places of both, which must agree where both watch a metric. */
  static Map<String, Set<String>> of(Template template) throws JsonProcessingException {
    var all = alarms(template);
    dashboard(template).forEach((metric, place) -> put(all, metric, place));
    return all;
  }

  /** From a metric's name to its namespace and its dimensions, each as {@code name=value}. */
  static SortedMap<String, Set<String>> alarms(Template template) {
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
        put(metrics, properties.path("MetricName").asText(), place);
      }
    }
    return metrics;
  }

  /** The same of the dashboard. */
  static SortedMap<String, Set<String>> dashboard(Template template)
      throws JsonProcessingException {
    var metrics = new TreeMap<String, Set<String>>();
    for (var widget : body(template).path("widgets")) {
      for (var metric : widget.path("properties").path("metrics")) {
        if (isOurs(metric.path(0))) {
          put(metrics, metric.path(1).asText(), place(metric));
        }
      }
    }
    return metrics;
  }

  /** Keeps the place of a metric, which may have no other. */
  static void put(Map<String, Set<String>> metrics, String metric, Set<String> place) {
    var other = metrics.putIfAbsent(metric, place);
    if (other != null && !other.equals(place)) {
      throw new AssertionError("%s has two places: %s and %s".formatted(metric, other, place));
    }
  }

  /** Namespace and name, then names and values of dimensions, then an object of options. */
  private static Set<String> place(JsonNode metric) {
    var place = new TreeSet<String>();
    place.add(metric.path(0).asText());
    for (var i = 2; metric.path(i).isTextual(); i += 2) {
      place.add(metric.path(i).asText() + "=" + metric.path(i + 1).asText());
    }
    return place;
  }

  private static boolean isOurs(JsonNode namespace) {
    return !namespace.asText().startsWith("AWS/");
  }

  private static JsonNode body(Template template) throws JsonProcessingException {
    var body = template.properties("AWS::CloudWatch::Dashboard", "Watch").path("DashboardBody");
    return new ObjectMapper().readTree(Template.flat(body));
  }
}
