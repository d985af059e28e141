package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.simulator.engine.TableStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Event processing under the real runtime interface client. The timeout only ends the wait for a
 * function that neither responds nor ends.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class EventRuntimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuntimeApi.Response HANDLED =
      new RuntimeApi.Response("response", "{\"batchItemFailures\":[]}");

  @TempDir private Path folder;
  private final Template template = Synthesized.once().template();
  private final DeployedSystem cloud = new DeployedSystem(InstantSource.system());
  private final SimulatedUser alice =
      new SimulatedUser(cloud.simulator(), DeployedSystem.ACCOUNT, "alice", DeployedSystem.REGION);

  @BeforeEach
  void unpack() throws IOException {
    ExecutionEnvironment.unpack(folder.resolve("task"));
  }

  @AfterEach
  void close() {
    alice.close();
    cloud.close();
  }

  @Test
  void anEventIsRecordedAndAnInvalidMessageIsRetried() throws Exception {
    try (var refresh = start("Refreshes")) {
      var profile = alice.createProfile("chat");
      assertThat(refresh.invoke(message(eventBody()))).isEqualTo(HANDLED);
      assertThat(refresh.classesLoadedSinceRestore())
          .as("classes that the first call loads after priming")
          .isLessThan(450);

      assertThat(refresh.invoke(message("no event")))
          .isEqualTo(
              new RuntimeApi.Response(
                  "response", "{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"}]}"));

      alice.tag(profile, "team", "search");
      assertThat(refresh.invoke(message(eventBody()))).isEqualTo(HANDLED);
      assertThat(sortKeys(profile, ItemKey.REVISION_PREFIX))
          .containsExactly("REVISION#0000000001", "REVISION#0000000002");
      assertThat(sortKeys(profile, "EVENT#")).hasSize(2);
      assertThat(logged(refresh, "message failed")).hasSize(1);
    }
  }

  @Test
  void aChangeIsPublishedAndAModifiedRevisionRaisesTheMetric() throws Exception {
    var profile = change();
    var changes = cloud.streamed(StreamFilters.of(template));
    assertThat(changes).as("a revision, and two writes of the head").hasSize(3);
    try (var feed = start("Feed")) {
      assertThat(feed.invoke(TableStream.event(changes))).isEqualTo(HANDLED);
      assertThat(feed.classesLoadedSinceRestore())
          .as("classes that the first call loads after priming")
          .isLessThan(450);
      assertThat(published()).isEqualTo(List.of(text(profile, 2, "chainHash")));
      assertThat(MetricLine.of(feed.json())).isEmpty();

      cloud.remove("RESOURCE#" + profile, "REVISION#0000000001");
      var modified = cloud.streamed(StreamFilters.of(template)).subList(3, 4);
      assertThat(feed.invoke(TableStream.event(modified))).isEqualTo(HANDLED);

      assertThat(MetricLine.of(feed.json()))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.values()).isEqualTo(Map.of(Metric.HISTORY_TAMPERED.key(), 1.0));
            assertThat(line.source())
                .isEqualTo(WatchedMetrics.of(template).get(Metric.HISTORY_TAMPERED.key()));
          });
      assertThat(logged(feed, "history tampered"))
          .singleElement()
          .satisfies(line -> assertThat(line.path("sk").asText()).isEqualTo("REVISION#0000000001"));
      assertThat(published()).hasSize(1);
    }
  }

  /** Creates and tags a profile, with a refresh after each; returns its ARN. */
  private String change() throws Exception {
    try (var refresh = start("Refreshes")) {
      var profile = alice.createProfile("chat");
      assertThat(refresh.invoke(message(eventBody()))).isEqualTo(HANDLED);
      alice.tag(profile, "team", "search");
      assertThat(refresh.invoke(message(eventBody()))).isEqualTo(HANDLED);
      return profile;
    }
  }

  /** The chain hashes of the changes that were published to the bus. */
  private List<String> published() throws IOException {
    var hashes = new ArrayList<String>();
    for (var event : cloud.region().bus(DeployedSystem.BUS).events()) {
      hashes.add(JSON.readTree(event.detail()).path("data").path("chainHash").asText());
    }
    return hashes;
  }

  /** The CloudTrail event of the last call, as EventBridge sends it to the queue. */
  private String eventBody() {
    return CanonicalJson.write(cloud.simulator().events().drain().getLast());
  }

  private List<String> sortKeys(String profile, String prefix) {
    return cloud.items("RESOURCE#" + profile).stream()
        .map(item -> DeployedSystem.text(item, TableLayout.SORT_KEY))
        .filter(key -> key.startsWith(prefix))
        .toList();
  }

  private String text(String profile, int revision, String attribute) {
    return cloud.items("RESOURCE#" + profile).stream()
        .filter(item -> isRevision(item, revision))
        .map(item -> DeployedSystem.text(item, attribute))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRevision(Map<String, AttributeValue> item, int revision) {
    return DeployedSystem.text(item, TableLayout.SORT_KEY)
        .equals("REVISION#%010d".formatted(revision));
  }

  private ExecutionEnvironment start(String function) throws IOException {
    var variables = cloud.environment(template.properties("AWS::Lambda::Function", function));
    return ExecutionEnvironment.start(
        DeployedSystem.ACCOUNT, variables, folder.resolve("task"), folder.resolve(function));
  }

  private static String message(String body) {
    var event = JsonNodeFactory.instance.objectNode();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", "message-1")
        .put("receiptHandle", "receipt-1")
        .put("body", body)
        .put("eventSource", "aws:sqs")
        .put(
            "eventSourceARN",
            "arn:aws:sqs:%s:%s:%s"
                .formatted(DeployedSystem.REGION, DeployedSystem.ACCOUNT, DeployedSystem.EVENTS))
        .put("awsRegion", DeployedSystem.REGION);
    return event.toString();
  }

  private static List<JsonNode> logged(ExecutionEnvironment function, String message)
      throws IOException {
    return function.json().stream()
        .filter(line -> line.path("message").asText().equals(message))
        .toList();
  }
}
