package dev.bedrockinventory.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.settings.Metric;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Namespaces and dimensions of the inventory's metrics in the alarms and the dashboard. */
final class WatchedMetrics {
  /** The metrics that are emitted, and cost, only in a month in which something happens. */
  static final Set<String> RARE =
      Set.of(
          Metric.HISTORY_TAMPERED.key(),
          Metric.ACCOUNTS_ADDED.key(),
          Metric.ACCOUNTS_REMOVED.key());

  private WatchedMetrics() {}

  /** Those of alarms and dashboard that are emitted without anything happening. */
  static Map<String, Set<String>> regular(Template template) throws JsonProcessingException {
    var metrics = of(template);
    metrics.keySet().removeAll(RARE);
    return metrics;
  }

  /** Those of alarms and dashboard, which must agree. */
  static Map<String, Set<String>> of(Template template) throws JsonProcessingException {
    var all = alarms(template);
    dashboard(template).forEach((metric, source) -> put(all, metric, source));
    return all;
  }

  /** From a metric's name to its namespace and its dimensions, each as {@code name=value}. */
  static SortedMap<String, Set<String>> alarms(Template template) {
    var metrics = new TreeMap<String, Set<String>>();
    for (var alarm : template.resources("AWS::CloudWatch::Alarm").values()) {
      var properties = alarm.path("Properties");
      if (properties.has("Namespace")) {
        add(metrics, properties);
      }
      for (var part : properties.path("Metrics")) {
        if (part.has("MetricStat")) {
          add(metrics, part.path("MetricStat").path("Metric"));
        }
      }
    }
    return metrics;
  }

  private static void add(Map<String, Set<String>> metrics, JsonNode metric) {
    var source = new TreeSet<String>();
    source.add(metric.path("Namespace").asText());
    metric
        .path("Dimensions")
        .forEach(dimension ->
            source.add(dimension.path("Name").asText() + "=" + dimension.path("Value").asText()));
    if (isOurs(metric.path("Namespace"))) {
      put(metrics, metric.path("MetricName").asText(), source);
    }
  }

  /** The same for the dashboard. */
  static SortedMap<String, Set<String>> dashboard(Template template)
      throws JsonProcessingException {
    var metrics = new TreeMap<String, Set<String>>();
    for (var widget : body(template).path("widgets")) {
      for (var metric : widget.path("properties").path("metrics")) {
        if (isOurs(metric.path(0))) {
          put(metrics, metric.path(1).asText(), source(metric));
        }
      }
    }
    return metrics;
  }

  /** Adds the source of a metric, which must have only one. */
  static void put(Map<String, Set<String>> metrics, String metric, Set<String> source) {
    var other = metrics.putIfAbsent(metric, source);
    if (other != null && !other.equals(source)) {
      throw new AssertionError("%s has two sources: %s and %s".formatted(metric, other, source));
    }
  }

  /** Namespace and name, then names and values of dimensions, then an object of options. */
  private static Set<String> source(JsonNode metric) {
    var source = new TreeSet<String>();
    source.add(metric.path(0).asText());
    for (var i = 2; metric.path(i).isTextual(); i += 2) {
      source.add(metric.path(i).asText() + "=" + metric.path(i + 1).asText());
    }
    return source;
  }

  private static boolean isOurs(JsonNode namespace) {
    return !namespace.asText().startsWith("AWS/");
  }

  private static JsonNode body(Template template) throws JsonProcessingException {
    var body = template.properties("AWS::CloudWatch::Dashboard", "Watch").path("DashboardBody");
    return new ObjectMapper().readTree(Template.flat(body));
  }
}
