package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The artefact under the real runtime interface client, as the template configures it. */
final class RuntimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLANNED_AT = "2026-11-22T14:30:00Z";

  @TempDir private Path folder;
  private final Template template = Synthesized.once().template();
  private final Cloud cloud = new Cloud(InstantSource.system());

  @BeforeEach
  void unpack() throws IOException {
    try (var zip = new ZipFile(Synthesized.ARTEFACT.toFile())) {
      Files.createDirectories(folder.resolve("task/lib"));
      for (var entry : zip.stream().toList()) {
        Files.copy(zip.getInputStream(entry), folder.resolve("task").resolve(entry.getName()));
      }
    }
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void aScheduleBecomesSweepsWhoseMetricsTheAlarmsKnow() throws Exception {
    cloud.simulator().world().seedExamples(Cloud.ACCOUNT, Cloud.REGION);
    var printed = new TreeMap<String, Set<String>>();
    try (var planner = start("Plan", Map.of())) {
      var answer = planner.invoke("{\"time\":\"%s\"}".formatted(PLANNED_AT));

      assertThat(answer.kind()).isEqualTo("response");
      assertThat(JSON.readTree(answer.body()))
          .isEqualTo(JSON.readTree("{\"scopes\":3,\"problems\":[]}"));
      assertThat(logged(planner, "plan"))
          .singleElement()
          .satisfies(line -> assertThat(line.path("scopes").asInt()).isEqualTo(3));
      collectMetrics(planner, printed);
    }

    var tasks = cloud.tasks();
    assertThat(tasks).hasSize(3);
    try (var sweep = start("Sweeps", Map.of())) {
      var first = sweep.invoke(event("1", tasks.getFirst()));
      var loaded = sweep.classesLoadedSinceRestore();
      assertThat(first).isEqualTo(response("{\"batchItemFailures\":[]}"));
      assertThat(loaded)
          .as("classes that the first call loads after its rehearsal")
          .isLessThan(450);

      var poisoned = sweep.invoke(event("2", "no task"));
      assertThat(poisoned)
          .isEqualTo(response("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}"));
      assertThat(logged(sweep, "message failed"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.path("messageId").asText()).isEqualTo("2");
          });

      for (var task : tasks.subList(1, 3)) {
        assertThat(sweep.invoke(event("3", task)))
            .isEqualTo(response("{\"batchItemFailures\":[]}"));
      }
      assertThat(logged(sweep, "sweep"))
          .hasSize(3)
          .allSatisfy(line -> {
            assertThat(line.path("outcome").asText()).isEqualTo("COMPLETE");
            assertThat(line.path("account").asText()).isEqualTo(Cloud.ACCOUNT);
            assertThat(line.path("region").asText()).isEqualTo(Cloud.REGION);
            assertThat(line.path("BASELINE").asInt()).isPositive();
          });
      collectMetrics(sweep, printed);
    }
    assertThat(cloud.items("SCOPES"))
        .hasSize(3)
        .allSatisfy(scope -> assertThat(scope).containsKey("lastCompleteAt"));
    assertThat(printed).isEqualTo(declared());
  }

  @Test
  void aBadSettingIsNamedInTheLogAndNothingIsWritten() throws Exception {
    var mistakes = Map.of("INVENTORY_TABLE", "", "INVENTORY_CALLS_PER_SECOND", "many");
    try (var planner = start("Plan", mistakes)) {
      var answer = planner.answer();

      assertThat(answer.kind()).isEqualTo("init/error");
      assertThat(String.join("\n", planner.lines()))
          .contains(
              "environment: INVENTORY_TABLE is not set; set it to the name of a DynamoDB table",
              "INVENTORY_CALLS_PER_SECOND is 'many'; set it to a whole number of calls a second");
    }
    assertThat(cloud.simulator().calls().all()).isEmpty();
    assertThat(cloud.items("SCOPES")).isEmpty();
  }

  private ExecutionEnvironment start(String function, Map<String, String> changes)
      throws IOException {
    var variables =
        new TreeMap<>(cloud.environment(template.properties("AWS::Lambda::Function", function)));
    variables.putAll(changes);
    return ExecutionEnvironment.start(
        Cloud.ACCOUNT, variables, folder.resolve("task"), folder.resolve(function));
  }

  private static RuntimeApi.Answer response(String body) {
    return new RuntimeApi.Answer("response", body);
  }

  private static String event(String id, String body) {
    var event = JSON.createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", id)
        .put("receiptHandle", "receipt-" + id)
        .put("body", body)
        .put("eventSource", "aws:sqs");
    return event.toString();
  }

  private static List<JsonNode> logged(ExecutionEnvironment function, String message)
      throws IOException {
    return function.json().stream()
        .filter(line -> line.path("message").asText().equals(message))
        .toList();
  }

  /** Every metric line, by its name: the namespace and the dimensions that it has. */
  private static void collectMetrics(
      ExecutionEnvironment function, Map<String, Set<String>> metrics) throws IOException {
    for (var line : function.json()) {
      for (var directive : line.path("_aws").path("CloudWatchMetrics")) {
        var place = new TreeSet<String>();
        place.add(directive.path("Namespace").asText());
        directive
            .path("Dimensions")
            .forEach(names ->
                names.forEach(
                    name -> place.add(name.asText() + "=" + line.path(name.asText()).asText())));
        directive
            .path("Metrics")
            .forEach(metric -> metrics.put(metric.path("Name").asText(), place));
      }
    }
  }

  /** Every metric of ours that an alarm or the dashboard names. */
  private Map<String, Set<String>> declared() {
    var metrics = new TreeMap<String, Set<String>>();
    for (var alarm : template.resources("AWS::CloudWatch::Alarm").values()) {
      var properties = alarm.path("Properties");
      var place = new TreeSet<String>();
      place.add(properties.path("Namespace").asText());
      properties
          .path("Dimensions")
          .forEach(dimension ->
              place.add(dimension.path("Name").asText() + "=" + dimension.path("Value").asText()));
      if (!properties.path("Namespace").asText().startsWith("AWS/")) {
        metrics.put(properties.path("MetricName").asText(), place);
      }
    }
    for (var widget : dashboard().path("widgets")) {
      for (var metric : widget.path("properties").path("metrics")) {
        if (!metric.path(0).asText().startsWith("AWS/")) {
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

  private JsonNode dashboard() {
    var body = template.properties("AWS::CloudWatch::Dashboard", "Watch").path("DashboardBody");
    var text = new StringBuilder();
    if (body.isTextual()) {
      text.append(body.asText());
    } else {
      body.path("Fn::Join")
          .path(1)
          .forEach(part -> text.append(part.isTextual() ? part.asText() : "x"));
    }
    try {
      return JSON.readTree(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
