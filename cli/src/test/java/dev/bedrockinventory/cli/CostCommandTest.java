package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.RegionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cost of imported models, on a table that real sweeps have filled. */
final class CostCommandTest {
  private static final String TABLE = "cost-command";
  private static final String ACCOUNT = "111122223333";
  private static final Instant FIRST = Instant.parse("2026-10-12T10:00:00Z");

  @TempDir private static Path folder;

  @BeforeAll
  static void fill() throws Exception {
    new TableCreator(FilledTable.CLIENT, TABLE).createIfMissing();
    try (var simulator = Simulator.start(0, () -> FIRST, 1)) {
      var virginia = simulator.place(ACCOUNT, "us-east-1");
      virginia.importModel("invoice-reader", 1, Map.of("team", "finance"));
      simulator.place(ACCOUNT, "us-east-2").importModel("far-reader", 4, Map.of());
      virginia.createProfile("no-model", Map.of());
      sweep(simulator, FIRST, virginia, simulator.place(ACCOUNT, "us-east-2"));
      virginia.changeUnits("invoice-reader", 3, "v1.0");
      sweep(simulator, FIRST.plusSeconds(86_400), virginia);
    }
    Files.writeString(
        folder.resolve("prices.json"),
        """
        {"currency":"USD","prices":[
          {"charge":"active-copy","region":"us-east-1","family":"Llama","unitsVersion":"v1.0",
           "usd":"0.05718","since":"2026-09-12","read":"2026-11-20","source":"a test"},
          {"charge":"storage","region":"us-east-1","family":"Llama","unitsVersion":"v1.0",
           "usd":"1.95","since":"2026-09-12","read":"2026-11-21","source":"a test"}]}\
        """);
  }

  @Test
  void eachModelHasItsExactCostItsPricesAndItsSteps() {
    var model = cost("--region", "us-east-1", "-o", "json").at("/models/0");

    assertThat(model.path("name").asText()).isEqualTo("invoice-reader");
    assertThat(model.path("family").asText()).isEqualTo("Llama");
    assertThat(CanonicalJson.write(model.path("hourly")))
        .isEqualTo(
            """
            {"price":0.05718,"priceRead":"2026-11-20","priceSince":"2026-09-12","usd":10.2924}\
            """);
    assertThat(model.at("/alwaysOnMonthly/usd").decimalValue()).isEqualByComparingTo("7513.452");
    assertThat(model.at("/storageMonthly/usd").decimalValue()).isEqualByComparingTo("5.85");
    assertThat(model.path("missing")).isEmpty();
    assertThat(CanonicalJson.write(model.path("steps")))
        .isEqualTo(
            """
            [{"since":"2026-10-12T10:00:00.000Z","units":1,"unitsVersion":"v1.0"},\
            {"alwaysOnMonthlyDifference":5008.968,"since":"2026-10-13T10:00:00.000Z",\
            "units":3,"unitsVersion":"v1.0"}]\
            """);
  }

  @Test
  void theSumLeavesOutWhatHasNoPriceAndIsAnEstimate() {
    var cost = cost("-o", "json");

    assertThat(cost.path("estimate").asBoolean()).isTrue();
    assertThat(cost.path("models")).hasSize(2);
    assertThat(CanonicalJson.write(cost.path("sum")))
        .isEqualTo(
            """
            {"alwaysOnMonthly":7513.452,"hourly":10.2924,"hourlyMissing":1,"models":2,\
            "newestPrice":"2026-11-21","oldestPrice":"2026-11-20","storageMissing":1,\
            "storageMonthly":5.85,"units":7}\
            """);
    assertThat(cost.at("/models/1/missing").valueStream().map(JsonNode::asText))
        .containsExactly(
            "no active-copy price for us-east-2, Llama, units v1.0",
            "no storage price for us-east-2, Llama, units v1.0");
    assertThat(cost.at("/models/1/hourly").isMissingNode()).isTrue();
  }

  @Test
  void aTableHasOneRowAModelTheSumAndTheBasisOfTheEstimate() {
    var lines = run("cost").lines();

    assertThat(lines).hasSize(8);
    assertThat(lines.get(1))
        .contains("invoice-reader", "3 v1.0", "2026-10-13", "+$5,008.97", "$10.29", "$7,513.45")
        .contains("$5.85", "2026-11-20, 2026-11-21");
    assertThat(lines.get(2)).contains("far-reader").contains("no active-copy price for us-east-2");
    assertThat(lines.get(3))
        .contains("sum of 2")
        .contains("1 model without a price of an active copy");
    assertThat(lines.get(5))
        .startsWith("Estimates in US dollars from list prices of 2026-11-20 to 2026-11-21.")
        .contains("730 hours");
  }

  @Test
  void anEarlierTimeHasItsUnitsAndItsPrices() {
    var then = cost("--as-of", "2026-10-12", "--region", "us-east-1", "-o", "json");

    assertThat(then.at("/models/0/units").asInt()).isEqualTo(1);
    assertThat(then.at("/models/0/steps")).hasSize(1);
    assertThat(cost("--as-of", "2026-10-11", "-o", "json").path("models")).isEmpty();
  }

  @Test
  void linesAreTheModelsThenTheSum() {
    var lines = run("cost", "-o", "jsonl").lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("{\"arn\":\"arn:aws:bedrock:us-east-1:");
    assertThat(lines.getLast()).startsWith("{\"estimate\":true,\"currency\":\"USD\",\"at\":");
  }

  @Test
  void modelsAreSelectedByTagNameAndAccount() {
    assertThat(cost("--tag", "team=finance", "-o", "json").path("models")).hasSize(1);
    assertThat(cost("--name", "far-reader", "-o", "json").path("models")).hasSize(1);
    assertThat(cost("--account", "444455556666", "-o", "json").path("models")).isEmpty();
    assertThat(run("cost", "--name", "nobody").out()).isEmpty();
    assertThat(run("cost", "--account", "1").exitCode()).isEqualTo(2);
  }

  @Test
  void aPriceFileThatIsMissingOrInvalidIsReported() throws Exception {
    var invalid = Files.writeString(folder.resolve("invalid.json"), "{\"prices\":[]}");

    var wrong = Run.on(TABLE, "cost", "--prices", invalid.toString());
    var missing = Run.on(TABLE, "cost", "--prices", folder.resolve("none.json").toString());

    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("invalid.json", "\"currency\": \"USD\"").hasLineCount(1);
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("none.json", "--prices").hasLineCount(1);
  }

  private static JsonNode cost(String... options) {
    return CanonicalJson.parse(
        run(Stream.concat(Stream.of("cost"), Arrays.stream(options)).toArray(String[]::new)).out());
  }

  private static Run run(String... arguments) {
    var prices = Stream.of("--prices", folder.resolve("prices.json").toString());
    return Run.on(TABLE, Stream.concat(Arrays.stream(arguments), prices).toArray(String[]::new));
  }

  private static void sweep(Simulator simulator, Instant at, RegionState... regions) {
    for (var region : regions) {
      var bedrock = simulator.endpoint().toString();
      var run =
          Run.of(
              at,
              Map.of(),
              "sweep",
              "--table=" + TABLE,
              "--endpoint-url-dynamodb=" + FilledTable.ENGINE.endpoint(),
              "--endpoint-url-bedrock=" + bedrock,
              "--endpoint-url-tagging=" + bedrock,
              "--account=" + ACCOUNT,
              "--region=" + region.region());
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
  }
}
