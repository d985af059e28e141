package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A line in CloudWatch's embedded metric format.
 *
 * @param source the namespace, and each dimension as {@code name=value}
 * @param units from a metric's name to its unit
 * @param values from a metric's name to its value
 */
record MetricLine(Set<String> source, Map<String, String> units, Map<String, Double> values) {
  /** The lines that contain metrics. */
  static List<MetricLine> of(List<JsonNode> lines) {
    return lines.stream().filter(line -> line.has("_aws")).map(MetricLine::of).toList();
  }

  private static MetricLine of(JsonNode line) {
    var directives = line.path("_aws").path("CloudWatchMetrics");
    if (directives.size() != 1
        || directives.path(0).path("Dimensions").size() != 1
        || !line.path("_aws").path("Timestamp").isIntegralNumber()) {
      throw new AssertionError("not embedded metric format: " + line);
    }
    var directive = directives.path(0);
    var source = new TreeSet<String>();
    source.add(directive.path("Namespace").asText());
    for (var names : directive.path("Dimensions")) {
      names.forEach(name -> source.add(name.asText() + "=" + line.path(name.asText()).asText()));
    }
    var units = new TreeMap<String, String>();
    var values = new TreeMap<String, Double>();
    for (var metric : directive.path("Metrics")) {
      var name = metric.path("Name").asText();
      if (!line.path(name).isNumber()) {
        throw new AssertionError("'%s' is not a number: %s".formatted(name, line));
      }
      units.put(name, metric.path("Unit").asText());
      values.put(name, line.path(name).asDouble());
    }
    return new MetricLine(source, units, values);
  }
}
