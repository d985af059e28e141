package dev.bedrockinventory.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The names that deployed stacks, other accounts and operators depend on. A changed logical id
 * replaces a resource; a changed metric or log key breaks a query.
 */
final class ContractTest {
  /** The end of a version's logical id: a hash of the code and the configuration. */
  private static final String VERSION_HASH = "[0-9a-f]{32}$";

  private static final Pattern LOG_KEY =
      Pattern.compile("\\b(?:entry|addMetadata)\\(\\s*\"(\\w+)\"");

  @Test
  void theNamesOfTheTemplatesDoNotChange() throws IOException {
    var stacks = Synthesized.once();
    var lines = lines(stacks.template());
    lines.addAll(lines(stacks.member()).stream().map(line -> "Member: " + line).toList());

    GoldenFile.assertUnchanged("templates.txt", lines);
  }

  @Test
  void theLogKeysOfTheFunctionsDoNotChange() throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.walk(Synthesized.CONTEXT.resolveSibling("functions/src/main/java"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        LOG_KEY.matcher(Files.readString(file)).results().forEach(key -> keys.add(key.group(1)));
      }
    }

    GoldenFile.assertUnchanged("log-keys.txt", keys);
  }

  /** The names of a template, one per line. */
  static SortedSet<String> lines(Template template) throws JsonProcessingException {
    var lines = new TreeSet<String>();
    var json = template.json();
    json.path("Parameters")
        .properties()
        .forEach(each ->
            lines.add(
                "parameter " + each.getKey() + " " + each.getValue().path("Default").asText()));
    json.path("Outputs")
        .properties()
        .forEach(each -> lines.add("output %s".formatted(each.getKey())));
    json.path("Conditions").fieldNames().forEachRemaining(name -> lines.add("condition " + name));
    json.path("Resources")
        .properties()
        .forEach(each -> lines.addAll(lines(each.getKey(), each.getValue())));
    if (!template.resources("AWS::CloudWatch::Dashboard").isEmpty()) {
      WatchedMetrics.of(template)
          .forEach((metric, source) -> lines.add("metric %s %s".formatted(metric, source)));
    }
    return lines;
  }

  private static SortedSet<String> lines(String id, JsonNode resource) {
    var lines = new TreeSet<String>();
    lines.add(
        "resource %s %s"
            .formatted(id.replaceFirst(VERSION_HASH, "*"), resource.path("Type").asText()));
    var properties = resource.path("Properties");
    for (var name : new String[] {"AlarmName", "Handler", "Name", "RoleName"}) {
      if (properties.has(name)) {
        lines.add("%s %s %s".formatted(name, id, Template.flat(properties.path(name))));
      }
    }
    properties
        .path("Environment")
        .path("Variables")
        .fieldNames()
        .forEachRemaining(variable -> lines.add("environment " + variable));
    return lines;
  }
}
