package dev.bedrockinventory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prices of Custom Model Import are read from AWS's price list, and nothing is guessed. */
final class PriceListReaderTest {
  private static final String PER_MINUTE = "Custom Model Unit per min";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USE1-Llama-CustomModelImport-Inference-v1:0      | us-east-1    | Llama      | v1.0
          USW2-Qwen2-5-VL-CustomModelImport-Inference-v1:0 | us-west-2    | Qwen2-5-VL | v1.0
          EUC1-OSS-CustomModelImport-Inference-v2:0        | eu-central-1 | OSS        | v2.0
          OSS-CustomModelImport-Inference-v2:10            | us-east-1    | OSS        | v2.10
          """)
  void theUsageTypeNamesFamilyAndUnitVersion(
      String usage, String region, String family, String version) throws IOException {
    var list = read(new ExamplePriceList().add(usage, region, PER_MINUTE, "0.0571800000").json());

    assertThat(list.leftOut()).isEmpty();
    assertThat(list.prices())
        .singleElement()
        .satisfies(price -> {
          assertThat(price.charge()).isEqualTo(Charge.ACTIVE_COPY);
          assertThat(price.region()).isEqualTo(region);
          assertThat(price.family()).isEqualTo(family);
          assertThat(price.unitsVersion()).isEqualTo(version);
          assertThat(price.money().exact()).isEqualTo("0.05718");
          assertThat(price.since()).hasToString("2026-08-01");
          assertThat(price.read()).hasToString("2026-11-20");
          assertThat(price.source()).contains(usage);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Inference, Custom Model Unit per Min",
    "Inference, custom model unit per minute",
    "Inference, CMU-minutes",
    "Storage, Model/month",
    "Storage, Custom Model Unit per Month",
    "Storage, CMU-month"
  })
  void eachChargeHasTheUnitsOfItsPeriod(String charge, String unit) throws IOException {
    var list = read(new ExamplePriceList().add(usage(charge), "us-east-1", unit, "1.95").json());

    assertThat(list.leftOut()).isEmpty();
    assertThat(list.prices())
        .extracting(Price::charge)
        .containsExactly(charge.equals("Storage") ? Charge.STORAGE : Charge.ACTIVE_COPY);
  }

  @ParameterizedTest
  @CsvSource({
    "Inference, 1K minutes",
    "Inference, 5 minutes",
    "Inference, minutes",
    "Inference, 5 Custom Model Unit per Min",
    "Inference, Custom Model Unit per 5 Min",
    "Inference, Model/month",
    "Storage, GB-month",
    "Storage, months",
    "Storage, 12 CMU-month",
    "Storage, Custom Model Unit per Min"
  })
  void anyOtherUnitIsLeftOutByName(String charge, String unit) throws IOException {
    var list =
        read(
            new ExamplePriceList()
                .add(usage(charge), "us-east-1", unit, "1.95")
                .add("USE1-OSS-CustomModelImport-Inference-v2:0", "us-east-1", PER_MINUTE, "0.1433")
                .json());

    assertThat(list.prices()).extracting(Price::family).containsExactly("OSS");
    assertThat(list.leftOut())
        .containsExactly("%s has a price per '%s'".formatted(usage(charge), unit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USE1-Llama-CustomModelImport-Training-v1:0  | us-east-1 | CMU-minute | 1 | is not known
          USE1-Llama-CustomModelImport-Inference      | us-east-1 | CMU-minute | 1 | is not known
          USE1-Llama-CustomModelImport-Inference-v1:0 | ''        | CMU-minute | 1 | has no regionCode
          USE1-Llama-CustomModelImport-Inference-v1:0 | us-east-1 | CMU-minute | 0.0000 | has a price of 0
          """)
  void aProductThatIsNotUnderstoodIsLeftOutAndNamed(
      String usage, String region, String unit, String dollars, String reason) throws IOException {
    var list =
        read(
            new ExamplePriceList()
                .add(usage, region, unit, dollars)
                .add("USE1-OSS-CustomModelImport-Inference-v2:0", "us-east-1", PER_MINUTE, "0.1433")
                .json());

    assertThat(list.prices()).extracting(Price::family).containsExactly("OSS");
    assertThat(list.leftOut()).singleElement().asString().contains(usage).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2 3", "1 2", "2 2", "2 1 2"})
  void productsWithDifferentPricesForTheSameAreAllLeftOut(String others) throws IOException {
    var list = llama("1").add(usage("Storage"), "us-east-1", "CMU-month", "5");
    for (var dollars : others.split(" ", -1)) {
      list.add(usage("Inference"), "us-east-1", PER_MINUTE, dollars);
    }

    var read = read(list.json());

    assertThat(read.prices()).extracting(price -> price.money().exact()).containsExactly("5");
    assertThat(read.leftOut())
        .singleElement()
        .asString()
        .contains("SKU001", "SKU003", "have different prices for the same");
  }

  @Test
  void productsWithDifferentPricesFromDifferentDaysAreLeftOutToo() throws IOException {
    var list =
        llama("1")
            .add(usage("Storage"), "us-east-1", "CMU-month", "5")
            .add(usage("Inference"), "us-east-1", PER_MINUTE, "2")
            .term("2026-10-01", PER_MINUTE, "1");

    assertThat(read(list.json()).prices())
        .extracting(Price::charge)
        .containsExactly(Charge.STORAGE);
  }

  @Test
  void productsWithTheSamePriceAreOne() throws IOException {
    var list = llama("1").add(usage("Inference"), "us-east-1", PER_MINUTE, "1.0");

    assertThat(read(list.json()).prices()).hasSize(1);
    assertThat(read(list.json()).leftOut()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-01, 2, 2026-09-01, 1", "2026-09-01, 1, 2026-11-01, 2"})
  void anOlderTermHoldsUntilTheNewerOne(
      String firstDay, String first, String secondDay, String second) throws IOException {
    var list =
        new ExamplePriceList()
            .product(usage("Inference"), "us-east-1")
            .term(firstDay, PER_MINUTE, first)
            .term(secondDay, PER_MINUTE, second);

    var prices = new Prices(List.of()).with(read(list.json()).prices());

    assertThat(prices.all())
        .extracting(price -> price.money().exact(), Price::since, Price::read)
        .containsExactly(
            tuple("1", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-31")),
            tuple("2", LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-20")));
  }

  @Test
  void aProductWithATermThatIsNotUnderstoodIsLeftOut() throws IOException {
    var list =
        llama("1")
            .term("2026-11-01", "Hours", "2")
            .add(usage("Storage"), "us-east-1", "CMU-month", "5");

    var read = read(list.json());

    assertThat(read.prices()).extracting(Price::charge).containsExactly(Charge.STORAGE);
    assertThat(read.leftOut()).containsExactly(usage("Inference") + " has a price per 'Hours'");
  }

  @Test
  void aProductWithoutAnOnDemandPriceIsLeftOut() throws IOException {
    var json =
        llama("1")
            .add("USE1-OSS-CustomModelImport-Inference-v2:0", "us-east-1", PER_MINUTE, "2")
            .json();

    var list = read(json.replace("\"SKU002\":{\"SKU002.", "\"SKU009\":{\"SKU002."));

    assertThat(list.leftOut())
        .containsExactly("USE1-OSS-CustomModelImport-Inference-v2:0 has no on-demand price");
  }

  @ParameterizedTest
  @ValueSource(strings = {"free", "-0.05", "NaN", "1e400", ""})
  void aPriceThatIsNotANumberIsRefused(String dollars) {
    assertThatThrownBy(() -> read(llama(dollars).json()))
        .isInstanceOf(InvalidPricesException.class)
        .hasMessageContaining("price list here")
        .hasMessageContaining("'%s' of USE1-Llama", dollars)
        .hasMessageContaining("SKU001");
  }

  @Test
  void aListThatEndsTooEarlyIsRefused() {
    var json = llama("1").json();

    for (var length : new int[] {0, 1, 60, json.length() / 2, json.length() - 1}) {
      assertThatThrownBy(() -> read(json.substring(0, length)))
          .as("%d characters", length)
          .isInstanceOf(InvalidPricesException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "\"text\"", "{\"products\":[]}", "{\"terms\":{}}", "<html>", "{}{}"})
  void anotherFormatIsRefused(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InvalidPricesException.class)
        .hasMessageContaining("price list here");
  }

  @Test
  void aListWithoutCustomModelImportIsRefused() {
    assertThatThrownBy(() -> read(new ExamplePriceList().json()))
        .hasMessageContaining("no product of Custom Model Import");
    assertThatThrownBy(() -> read(llama("0").json()))
        .hasMessageContaining("no usable price of Custom Model Import: USE1-Llama");
  }

  private static String usage(String charge) {
    return "USE1-Llama-CustomModelImport-%s-v1:0".formatted(charge);
  }

  private static ExamplePriceList llama(String dollars) {
    return new ExamplePriceList()
        .add("USE1-Llama-CustomModelImport-Inference-v1:0", "us-east-1", PER_MINUTE, dollars);
  }

  private static PriceList read(String json) throws IOException {
    return PriceListReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "here");
  }
}
