package dev.bedrockinventory.cost;

import static dev.bedrockinventory.cost.ExamplePrices.PRICES;
import static dev.bedrockinventory.cost.ExamplePrices.READ;
import static dev.bedrockinventory.cost.ExamplePrices.members;
import static dev.bedrockinventory.cost.ExamplePrices.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost of imported models is exact, and what has no price names the missing part. */
final class CostEstimatorTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final String LLAMA = "LlamaForCausalLM";

  private final CostEstimator estimator = new CostEstimator(PRICES, TODAY);

  @Test
  void anHourIsUnitsTimesPriceTimesSixtyMinutes() {
    var cost = estimator.of(model(members(LLAMA, 3, "v1.0")));

    assertThat(dollars(cost.hourly())).isEqualTo("10.2924");
    assertThat(dollars(cost.alwaysOn())).isEqualTo("7513.452");
    assertThat(dollars(cost.storage())).isEqualTo("5.85");
    assertThat(cost.missing()).isEmpty();
    assertThat(cost.prices().map(Price::read)).containsExactly(READ, READ.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GptOssForCausalLM | 2 | v2.0 | 17.196
          LlamaForCausalLM  | 1 | v2.0 | no active-copy price for us-east-1, Llama, units v2.0
          GptOssForCausalLM | 1 | v1.0 | no active-copy price for us-east-1, OSS, units v1.0
          Qwen3ForCausalLM  | 1 | v1.0 | the model family of architecture 'Qwen3ForCausalLM' is unknown
          llamaforcausallm  | 1 | v1.0 | the model family of architecture 'llamaforcausallm' is unknown
          MistralForCausalLM| 1 | v1.0 | no active-copy price for us-east-1, Mistral, units v1.0
          """)
  void eachFamilyAndUnitVersionHasItsOwnPrice(
      String architecture, int units, String version, String expected) {
    var cost = estimator.of(model(members(architecture, units, version)));

    assertThat(text(cost.hourly())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"modelArchitecture":"LlamaForCausalLM"} | the custom model units are unknown
          {"modelArchitecture":"LlamaForCausalLM","customModelUnits":{"customModelUnitsPerModelCopy":0,"customModelUnitsVersion":"v1.0"}} | the custom model units are unknown
          {"modelArchitecture":"LlamaForCausalLM","customModelUnits":{"customModelUnitsPerModelCopy":"3","customModelUnitsVersion":"v1.0"}} | the custom model units are unknown
          {"modelArchitecture":"LlamaForCausalLM","customModelUnits":{"customModelUnitsPerModelCopy":99999999999,"customModelUnitsVersion":"v1.0"}} | the custom model units are unknown
          {"modelArchitecture":"LlamaForCausalLM","customModelUnits":{"customModelUnitsPerModelCopy":3}} | the version of the custom model units is unknown
          {"customModelUnits":{"customModelUnitsPerModelCopy":3,"customModelUnitsVersion":"v1.0"}} | the architecture is unknown
          {} | the architecture is unknown
          """)
  void whatIsNotKnownIsNamedAndNeverGuessed(String members, String reason) {
    var cost = estimator.of(model(members));

    assertThat(text(cost.hourly())).isEqualTo(reason);
    assertThat(cost.alwaysOn()).isEqualTo(cost.hourly());
  }

  @Test
  void aRegionHasOnlyItsOwnPrices() {
    var cost = estimator.of(model("us-east-2", members(LLAMA, 1, "v1.0")));

    assertThat(cost.missing())
        .containsExactly(
            "no active-copy price for us-east-2, Llama, units v1.0",
            "no storage price for us-east-2, Llama, units v1.0");
  }

  @Test
  void theStorageOfAnotherFamilyIsNotPriced() {
    assertThat(text(estimator.of(model(members("MistralForCausalLM", 1, "v1.0"))).storage()))
        .isEqualTo("no storage price for us-east-1, Mistral, units v1.0");
    assertThat(text(estimator.of(model(members("unknown", 1, "v1.0"))).storage()))
        .isEqualTo("the model family of architecture 'unknown' is unknown");
  }

  @Test
  void onlyFiguresOfAFamilyAreBundled() {
    assertThat(Prices.bundled().all())
        .extracting(price -> price.subject().text())
        .containsExactly(
            "active-copy price for us-east-1, Llama, units v1.0",
            "storage price for us-east-1, Llama, units v1.0",
            "active-copy price for us-east-1, OSS, units v2.0");
  }

  @Test
  void aDayBeforeTheOldestPriceHasNone() {
    var cost = new CostEstimator(PRICES, READ.minusDays(1)).of(model(members(LLAMA, 1, "v1.0")));

    assertThat(text(cost.hourly()))
        .isEqualTo(
            "no active-copy price for us-east-1, Llama, units v1.0 on 2026-09-11; the oldest is of"
                + " 2026-09-12");
  }

  @Test
  void eachDayHasThePriceOfItsTime() {
    var later = ExamplePrices.price(Charge.ACTIVE_COPY, "Llama", "v1.0", "0.04", READ.plusDays(10));
    var prices = PRICES.with(List.of(later));
    var llama = model(members(LLAMA, 1, "v1.0"));

    assertThat(dollars(new CostEstimator(prices, READ.plusDays(9)).of(llama).hourly()))
        .isEqualTo("3.4308");
    assertThat(dollars(new CostEstimator(prices, READ.plusDays(10)).of(llama).hourly()))
        .isEqualTo("2.4");
  }

  @Test
  void stepsHaveTheDifferenceOfOneCopyThatIsAlwaysActive() {
    var model = estimator.of(model(members(LLAMA, 3, "v1.0")));
    var none = "{\"modelArchitecture\":\"LlamaForCausalLM\"}";

    var steps =
        estimator.steps(
            model,
            Stream.of(
                revision(1, ChangeKind.BASELINE, members(LLAMA, 1, "v1.0")),
                revision(2, ChangeKind.UPDATED, members(LLAMA, 1, "v1.0")),
                revision(3, ChangeKind.UPDATED, members(LLAMA, 3, "v1.0")),
                revision(4, ChangeKind.UPDATED, members(LLAMA, 2, "v1.0")),
                revision(5, ChangeKind.UPDATED, none),
                revision(6, ChangeKind.DELETED, none),
                revision(7, ChangeKind.CREATED, members(LLAMA, 3, "v1.0")),
                revision(8, ChangeKind.UPDATED, members(LLAMA, 3, "v9.0"))));

    assertThat(steps)
        .extracting(
            step -> step.since().toString().substring(8, 10),
            step -> step.units().map(UnitCount::perCopy).orElse(0),
            UnitStep::isDeleted,
            step -> step.difference().map(Money::signed).orElse(""))
        .containsExactly(
            tuple("01", 1, false, ""),
            tuple("03", 3, false, "+$5,008.97"),
            tuple("04", 2, false, "-$2,504.48"),
            tuple("05", 0, false, ""),
            tuple("06", 0, true, ""),
            tuple("07", 3, false, ""),
            tuple("08", 3, false, ""));
  }

  @Test
  void theSumLeavesOutWhatHasNoPriceAndCountsIt() {
    var sum =
        CostSum.of(
            List.of(
                estimator.of(model(members(LLAMA, 3, "v1.0"))),
                estimator.of(model(members("GptOssForCausalLM", 2, "v2.0"))),
                estimator.of(model("eu-central-1", members(LLAMA, 4, "v1.0"))),
                estimator.of(model("{}"))));

    assertThat(sum.models()).isEqualTo(4);
    assertThat(sum.units()).isEqualTo(9);
    assertThat(sum.hourly().exact()).isEqualTo("27.4884");
    assertThat(sum.storage().exact()).isEqualTo("5.85");
    assertThat(sum.hourlyMissing()).isEqualTo(2);
    assertThat(sum.storageMissing()).isEqualTo(3);
    assertThat(sum.priceDays()).isEqualTo("2026-09-12 to 2026-09-13");
    assertThat(CostSum.of(List.of()).priceDays()).isEmpty();
  }

  private static Revision revision(int number, ChangeKind change, String members) {
    var at = Instant.parse("2026-10-%02dT10:00:00Z".formatted(number));
    var document = new Document(CanonicalJson.write(CanonicalJson.parse(members)));
    return new Revision(
        new Arn("arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl"),
        number,
        change,
        at,
        document,
        List.of(),
        new Proofs("{}"),
        document.digest(),
        "0",
        "0");
  }

  private static String dollars(Estimate estimate) {
    return estimate.findMoney().orElseThrow().exact();
  }

  /** The cost, or what is missing. */
  private static String text(Estimate estimate) {
    return estimate.findMoney().map(Money::exact).or(estimate::findMissing).orElse("");
  }
}
