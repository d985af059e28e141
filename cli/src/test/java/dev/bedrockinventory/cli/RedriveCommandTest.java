package dev.bedrockinventory.cli;

import static dev.bedrockinventory.cli.FilledTable.CHECKOUT;
import static dev.bedrockinventory.cli.FilledTable.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.Bus;
import dev.bedrockinventory.simulator.world.BusEvent;
import dev.bedrockinventory.simulator.world.RegionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes of the ledger are republished on an existing bus. */
final class RedriveCommandTest {
  private static final String TABLE = "redrive";
  private static final String MODIFIED = "redrive-modified";
  private static final String BUS = "changes";

  /** The region of the bus, if the environment of the tests specifies none. */
  static final String REGION = AwsClients.ownRegion(new AwsOptions()).orElse(Region.US_EAST_1).id();

  private final Simulator simulator = Simulator.start(0, () -> FilledTable.NOW, 31);
  private final RegionState region = simulator.place("111122223333", REGION);
  private final Bus bus = region.bus(BUS);

  @BeforeAll
  static void fill() {
    FilledTable.create(TABLE);
    FilledTable.create(MODIFIED);
    FilledTable.CLIENT.updateItem(r ->
        r.tableName(MODIFIED)
            .key(key(CHECKOUT))
            .updateExpression("SET document = :d")
            .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("{\"forged\":1}"))));
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void everyChangeIsRepublishedOldestFirstWithItsOriginalId() {
    var run = redrive(TABLE, "--since", "7d", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(CanonicalJson.parse(run.out()))
        .isEqualTo(
            CanonicalJson.parse(
                "{\"bus\":\"changes\",\"since\":\"2026-11-15T12:00:00.000Z\",\"only\":{},"
                    + "\"sent\":2,\"truncated\":0,\"broken\":[]}"));
    assertThat(published())
        .extracting(event -> event.path("id").asText())
        .containsExactly(
            "2026-11-21T10:00:00.000Z#" + CHECKOUT + "#0000000002",
            "2026-11-22T10:00:00.000Z#" + SEARCH + "#0000000002");
    assertThat(published())
        .extracting(event -> event.path("data").path("change").asText())
        .containsExactly("UPDATED", "DELETED");
  }

  @Test
  void aRepublishedEventHasTheSameBytes() {
    redrive(TABLE, "--since", "7d");
    var run = redrive(TABLE, "--since", "7d");

    assertThat(run.out())
        .isEqualToIgnoringNewLines(
            "Sent 2 changes to event bus changes, 0 of them truncated; 0 are broken");
    var details = bus.events().stream().map(BusEvent::detail).toList();
    assertThat(details).hasSize(4);
    assertThat(details.subList(2, 4)).isEqualTo(details.subList(0, 2));
  }

  @Test
  void optionsFilterTheChangesToRepublish() {
    redrive(TABLE, "--since", "2026-11-22");
    redrive(TABLE, "--since", "7d", "--change", "UPDATED");
    redrive(TABLE, "--since", "2026-11-20", "--until", "2026-11-20");
    redrive(TABLE, "--since", "7d", "--account", "444455556666");

    assertThat(published())
        .extracting(event -> event.path("subject").asText())
        .containsExactly(SEARCH.text(), CHECKOUT.text());
  }

  @Test
  void theRegionOptionFiltersChangesAndDoesNotConfigureTheBus() {
    var here = redrive(TABLE, "--since", "7d", "--region", "us-east-2", "--region", "eu-west-1");
    var elsewhere = redrive(TABLE, "--since", "7d", "--region", "us-west-2", "-o", "json");

    assertThat(here.exitCode()).as(here.err()).isZero();
    assertThat(here.lines())
        .containsExactly(
            "Only changes that match --region eu-west-1 --region us-east-2",
            "Sent 2 changes to event bus changes, 0 of them truncated; 0 are broken");
    assertThat(elsewhere.exitCode()).as(elsewhere.err()).isZero();
    assertThat(CanonicalJson.parse(elsewhere.out()).path("only"))
        .isEqualTo(CanonicalJson.parse("{\"region\":[\"us-west-2\"]}"));
    assertThat(CanonicalJson.parse(elsewhere.out()).path("sent").asInt()).isZero();
    assertThat(published()).hasSize(2);
  }

  @Test
  void anUnknownBusRegionDoesNotSuggestTheRegionOption() {
    assumeThat(AwsClients.ownRegion(new AwsOptions())).isEmpty();

    for (var regions : List.of(List.<String>of(), List.of("--region", "us-east-2"))) {
      var run =
          run(
              Stream.concat(
                  Stream.of("redrive", "--since", "7d", "--table", "inventory", "--bus", BUS),
                  regions.stream()));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains("no region specified for the event bus: set AWS_REGION")
          .contains("--region only filters the changes")
          .doesNotContain("use --region");
    }
  }

  @Test
  void aChangeThatTheBusAlwaysRejectsCanBeSkipped() {
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuseEntries(
                entry -> entry.path("Detail").asText().contains("UPDATED"),
                "MalformedDetail",
                "Detail is malformed"));
    var id = "2026-11-21T10:00:00.000Z#" + CHECKOUT + "#0000000002";

    var stopped = redrive(TABLE, "--since", "7d");
    var run = redrive(TABLE, "--since", "2026-11-21T10:00:00.000Z", "--skip", id);

    assertThat(stopped.err()).contains("--since 2026-11-21T10:00:00.000Z", "--skip '" + id + "'");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Only changes that match --skip " + id);
    assertThat(published())
        .extracting(event -> event.path("subject").asText())
        .containsOnly(SEARCH.text());
  }

  @Test
  void aRejectionByTheBusDeterminesTheExitCodeEvenIfARevisionIsCorrupted() {
    simulator.faults().add(Match.calls("PutEvents"), Fault.serverError());

    var run = redrive(MODIFIED, "--since", "7d", "-o", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(CanonicalJson.parse(run.out()).path("broken")).hasSize(1);
    assertThat(CanonicalJson.parse(run.out()).has("stopped")).isTrue();
  }

  @Test
  void aMissingBusIsReportedBeforeAnythingIsSent() {
    var run = Run.on(TABLE, arguments("nowhere", "--since", "7d"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .contains("event bus 'nowhere' in region %s: it does not exist".formatted(REGION));
    assertThat(simulator.calls().count("PutEvents")).isZero();
  }

  @Test
  void aRejectionByTheBusStopsTheRedriveAndReportsWhereToContinue() {
    simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.refuseEntries(
                entry -> entry.path("Detail").asText().contains("DELETED"),
                "InternalFailure",
                "Try again"));

    var run = redrive(TABLE, "--since", "7d", "-o", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("after 1 changes", "InternalFailure", "--since 2026-11-22T10:00:00.000Z");
    var json = CanonicalJson.parse(run.out());
    assertThat(json.path("sent").asInt()).isEqualTo(1);
    assertThat(json.path("stopped").path("id").asText()).contains(SEARCH.text());
  }

  @Test
  void aTamperedRevisionIsNamedAndNotPublished() {
    var run = redrive(MODIFIED, "--since", "7d", "-o", "json");

    assertThat(run.exitCode()).isEqualTo(4);
    var broken = CanonicalJson.parse(run.out()).path("broken");
    assertThat(broken).hasSize(1);
    assertThat(broken.path(0).path("pk").asText()).isEqualTo("RESOURCE#" + CHECKOUT);
    assertThat(broken.path(0).path("sk").asText()).isEqualTo("REVISION#0000000002");
    assertThat(broken.path(0).path("problem").asText()).contains("chain hash");
    assertThat(published())
        .extracting(event -> event.path("subject").asText())
        .containsExactly(SEARCH.text());
  }

  @Test
  void aLedgerInAFileIsRedrivenToo(@TempDir Path folder) {
    var file = folder.resolve("ledger.db");
    var profile = region.createProfile("alpha", Map.of());
    sweep(file);
    region.delete("alpha");
    sweep(file);

    var run = redrive(file);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(published()).hasSize(1);
    assertThat(published().getFirst().path("subject").asText()).isEqualTo(profile.arn());
  }

  private Run redrive(Path file) {
    return run(
        Stream.of(
            "redrive",
            "--since",
            "1d",
            "--bus",
            BUS,
            "--data",
            file.toString(),
            "--endpoint-url-events",
            simulator.endpoint().toString()));
  }

  private void sweep(Path file) {
    var endpoint = simulator.endpoint().toString();
    var run =
        run(
            Stream.of(
                "sweep",
                "--data",
                file.toString(),
                "--region",
                REGION,
                "--account",
                "111122223333",
                "--kind",
                "application-inference-profile",
                "--endpoint-url-bedrock",
                endpoint,
                "--endpoint-url-tagging",
                endpoint));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Run run(Stream<String> arguments) {
    return Run.of(FilledTable.NOW, Map.of(), arguments.toArray(String[]::new));
  }

  private Run redrive(String table, String... options) {
    return Run.on(table, arguments(BUS, options));
  }

  private String[] arguments(String name, String... options) {
    return Stream.concat(
            Stream.of(
                "redrive", "--bus", name, "--endpoint-url-events", simulator.endpoint().toString()),
            Stream.of(options))
        .toArray(String[]::new);
  }

  private List<JsonNode> published() {
    return bus.events().stream().map(event -> CanonicalJson.parse(event.detail())).toList();
  }

  private static Map<String, AttributeValue> key(Arn arn) {
    var key = ItemKey.revision(arn, 2);
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }
}
