package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.simulator.world.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The artifact under the real runtime interface client, as the template configures it. The timeout
 * only ends the wait for a function that neither responds nor ends.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class RuntimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLANNED_AT = "2026-11-22T14:30:00Z";
  private static final String OTHER_REGION = "us-west-2";
  private static final String HANDLED = "{\"batchItemFailures\":[]}";
  private static final Map<String, String> OTHER_UNITS =
      Map.of(
          Metric.SWEEP_DURATION.key(), "Milliseconds",
          Metric.TARGETS_LOST.key(), "Percent",
          Metric.OLDEST_COMPLETE_SWEEP_AGE.key(), "Seconds");

  @TempDir private Path folder;
  private final Template template = Synthesized.once().template();
  private final DeployedSystem cloud = new DeployedSystem(InstantSource.system());

  @BeforeEach
  void unpack() throws IOException {
    ExecutionEnvironment.unpack(folder.resolve("task"));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void aPlanIsSweptAndAnInvalidMessageBlocksOnlyItsOwnGroup() throws Exception {
    inventoryTwoRegions();
    var metrics = new ArrayList<MetricLine>();
    try (var planner = start("Plan", Map.of())) {
      var response = planner.invoke("{\"time\":\"%s\"}".formatted(PLANNED_AT));

      assertThat(response.kind()).isEqualTo("response");
      assertThat(JSON.readTree(response.body()))
          .isEqualTo(JSON.readTree("{\"scopes\":6,\"polls\":0,\"problems\":[]}"));
      assertThat(logged(planner, "plan"))
          .singleElement()
          .satisfies(line -> assertThat(line.path("scopes").asInt()).isEqualTo(6));
      metrics.addAll(MetricLine.of(planner.json()));
    }

    var groups = cloud.messages().stream().collect(Collectors.groupingBy(Delivery::group));
    assertThat(groups).containsOnlyKeys(group(DeployedSystem.REGION), group(OTHER_REGION));
    var blocked = groups.getOrDefault(group(DeployedSystem.REGION), List.of());
    var served = groups.getOrDefault(group(OTHER_REGION), List.of());
    assertThat(blocked).hasSize(3);
    assertThat(served).hasSize(3);
    try (var sweep = start("Sweeps", Map.of())) {
      assertThat(sweep.invoke(Delivery.of(served.getFirst()))).isEqualTo(response(HANDLED));
      assertThat(sweep.classesLoadedSinceRestore())
          .as("classes that the first call loads after priming")
          .isLessThan(450);

      var invalid = blocked.getFirst();
      assertThat(sweep.invoke(Delivery.of(invalid, "no task")))
          .isEqualTo(
              response(
                  "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(invalid.id())));
      assertFailureIsLoggedAndMessageReleased(sweep, invalid);

      serve(sweep, served.subList(1, 3));
      assertThat(observed()).containsExactly(OTHER_REGION, OTHER_REGION, OTHER_REGION);
      serve(sweep, blocked);
      assertThat(logged(sweep, "sweep"))
          .hasSize(6)
          .allSatisfy(line -> {
            assertThat(line.path("outcome").asText()).isEqualTo("COMPLETE");
            assertThat(line.path("account").asText()).isEqualTo(DeployedSystem.ACCOUNT);
            assertThat(line.path("BASELINE").asInt()).isPositive();
          });
      metrics.addAll(MetricLine.of(sweep.json()));
      assertMeasured(metrics, logged(sweep, "sweep"));
    }
    assertThat(observed()).hasSize(6);
    var sources = sources(metrics);
    assertThat(sources).isEqualTo(published(WatchedMetrics.of(template)));
    assertThat(sources).containsAllEntriesOf(published(WatchedMetrics.alarms(template)));
    assertThat(sources).containsAllEntriesOf(published(WatchedMetrics.dashboard(template)));
  }

  @Test
  void aWidgetReceivesThePageOfItsView() throws Exception {
    try (var dashboard = start("Dashboard", Map.of())) {
      var response =
          dashboard.invoke("{\"view\":\"coverage\",\"widgetContext\":{\"theme\":\"dark\"}}");

      assertThat(response.kind()).isEqualTo("response");
      assertThat(JSON.readTree(response.body()).asText())
          .contains("<div class=\"bi\" data-theme=\"dark\">", "0 scopes");
      assertThat(dashboard.classesLoadedSinceRestore())
          .as("classes that the first call loads after priming")
          .isLessThan(300);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Plan", "Sweeps", "Refreshes", "Feed", "Dashboard"})
  void anInvalidSettingIsLoggedAndNothingIsWritten(String name) throws Exception {
    var mistakes = Map.of("INVENTORY_TABLE", "", "INVENTORY_CALLS_PER_SECOND", "many");
    try (var function = start(name, mistakes)) {
      var response = function.response();

      assertThat(response.kind()).isEqualTo("init/error");
      assertThat(function.output())
          .contains(
              "environment: INVENTORY_TABLE is not set; set it to the name of a DynamoDB table",
              "INVENTORY_CALLS_PER_SECOND is 'many'; set it to an integer number of calls per"
                  + " second");
    }
    assertThat(cloud.simulator().calls().all()).isEmpty();
    assertThat(cloud.items("SCOPES")).isEmpty();
  }

  /** Edits the parameter of the defaults, as an operator does. */
  private void inventoryTwoRegions() {
    cloud.simulator().world().seedExamples(DeployedSystem.ACCOUNT, DeployedSystem.REGION);
    cloud.simulator().world().seedExamples(DeployedSystem.ACCOUNT, OTHER_REGION);
    cloud
        .region()
        .putParameter(
            template.properties("AWS::SSM::Parameter", "TargetsDefaults").path("Name").asText(),
            "{\"regions\":[\"%s\",\"%s\"]}".formatted(Targets.HERE, OTHER_REGION));
  }

  private static void serve(ExecutionEnvironment sweep, List<Message> messages) throws Exception {
    for (var message : messages) {
      assertThat(sweep.invoke(Delivery.of(message))).isEqualTo(response(HANDLED));
    }
  }

  /** The group continues soon: the handler shortens the visibility of a failed message. */
  private void assertFailureIsLoggedAndMessageReleased(ExecutionEnvironment sweep, Message invalid)
      throws IOException {
    assertThat(logged(sweep, "message failed"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.path("level").asText()).isEqualTo("ERROR");
          assertThat(line.path("messageId").asText()).isEqualTo(invalid.id());
        });
    assertThat(cloud.simulator().calls().of("ChangeMessageVisibility"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.status()).isEqualTo(200);
          assertThat(call.parameters().path("ReceiptHandle").asText())
              .isEqualTo(Delivery.receipt(invalid));
          assertThat(call.parameters().path("VisibilityTimeout").asInt()).isEqualTo(30);
          assertThat(call.parameters().path("QueueUrl").asText())
              .endsWith("/" + DeployedSystem.QUEUE);
        });
  }

  /** Each metric has its unit and the values of the log lines. */
  private static void assertMeasured(List<MetricLine> metrics, List<JsonNode> sweeps) {
    for (var line : metrics) {
      line.units()
          .forEach((name, unit) ->
              assertThat(unit).as(name).isEqualTo(OTHER_UNITS.getOrDefault(name, "Count")));
      assertThat(line.values().values()).allMatch(value -> value >= 0);
    }
    assertThat(sum(metrics, Metric.SWEEPS_COMPLETED)).isEqualTo(6);
    assertThat(sum(metrics, Metric.SWEEPS_REFUSED)).isZero();
    assertThat(sum(metrics, Metric.DELETIONS_RECORDED)).isZero();
    assertThat(sum(metrics, Metric.CHANGES_RECORDED)).isEqualTo(sum(sweeps, "BASELINE"));
    assertThat(sum(metrics, Metric.RESOURCES_SEEN)).isEqualTo(sum(sweeps, "seen"));
    assertThat(sum(metrics, Metric.API_CALLS)).isEqualTo(sum(sweeps, "apiCalls"));
    assertThat(sum(metrics, Metric.SWEEP_DURATION)).isEqualTo(sum(sweeps, "millis"));
  }

  private static double sum(List<MetricLine> metrics, Metric metric) {
    return metrics.stream()
        .mapToDouble(line -> line.values().getOrDefault(metric.key(), 0.0))
        .sum();
  }

  private static double sum(List<JsonNode> lines, String member) {
    return lines.stream().mapToDouble(line -> line.path(member).asDouble()).sum();
  }

  /** Without the metrics that this test does not cause. */
  private static Map<String, Set<String>> published(Map<String, Set<String>> watched) {
    var metrics = new TreeMap<>(watched);
    metrics.keySet().removeAll(WatchedMetrics.RARE);
    metrics.keySet().removeAll(Set.of("ChangesWithAuthor", "Heartbeats"));
    return metrics;
  }

  private static Map<String, Set<String>> sources(List<MetricLine> metrics) {
    var sources = new TreeMap<String, Set<String>>();
    metrics.forEach(line ->
        line.units().keySet().forEach(name -> WatchedMetrics.put(sources, name, line.source())));
    return sources;
  }

  /** The region of each scope with a complete observation. */
  private List<String> observed() {
    return cloud.items("SCOPES").stream()
        .filter(scope -> scope.containsKey("lastCompleteAt"))
        .map(scope -> DeployedSystem.text(scope, TableLayout.SORT_KEY).split("#", -1)[1])
        .toList();
  }

  private static String group(String region) {
    return DeployedSystem.ACCOUNT + "#" + region;
  }

  private ExecutionEnvironment start(String function, Map<String, String> changes)
      throws IOException {
    var variables =
        new TreeMap<>(cloud.environment(template.properties("AWS::Lambda::Function", function)));
    variables.putAll(changes);
    return ExecutionEnvironment.start(
        DeployedSystem.ACCOUNT, variables, folder.resolve("task"), folder.resolve(function));
  }

  private static RuntimeApi.Response response(String body) {
    return new RuntimeApi.Response("response", body);
  }

  private static List<JsonNode> logged(ExecutionEnvironment function, String message)
      throws IOException {
    return function.json().stream()
        .filter(line -> line.path("message").asText().equals(message))
        .toList();
  }
}
