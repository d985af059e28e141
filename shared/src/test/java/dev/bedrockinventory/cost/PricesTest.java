package dev.bedrockinventory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The price file is validated, and a price list adds to it without losing a price. */
final class PricesTest {
  private static final String FILE = PriceFile.write(ExamplePrices.PRICES);

  @Test
  void theBundledFileIsValidAndHasTheTextThatAnUpdateWrites() throws Exception {
    try (var file = PriceFile.class.getResourceAsStream("prices.json")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(PriceFile.write(Prices.bundled())).isEqualTo(text);
    }
    assertThat(Prices.bundled().all()).hasSizeGreaterThan(2);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(PriceFile.read(FILE, "x")).isEqualTo(ExamplePrices.PRICES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "0.05718" | "five" | prices[0].usd is 'five'; expected a decimal number
          "0.05718" | "-1" | prices[0].usd is '-1'
          "0.05718" | "1e9" | prices[0].usd is '1e9'
          "read":"2026-09-12" | "read":"September" | prices[0].read is 'September'; expected a day
          "read":"2026-09-12" | "read":"2026-09-11" | before its since
          "charge":"active-copy" | "charge":"copy" | charge must be 'active-copy' or 'storage'
          "region":"us-east-1" | "region":"US East" | region is 'US East'
          "family":"OSS", | `` | prices[2].family is ''; expected the form
          "unitsVersion":"v2.0" | "unitsVersion":"2" | prices[2].unitsVersion is '2'
          "source":"a test" | "source":"" | source is ''
          "currency": "USD" | "currency": "EUR" | "currency": "USD"
          "prices": [ | "prices": {"a": [ | is not one JSON value
          """)
  void anInvalidFileIsReportedWithThePlaceAndTheFix(String valid, String invalid, String message) {
    assertThat(FILE).contains(valid);

    assertThatThrownBy(() -> PriceFile.read(FILE.replace(valid, invalid), "my/prices.json"))
        .isInstanceOf(InvalidPricesException.class)
        .hasMessageContaining("price file 'my/prices.json'")
        .hasMessageContaining(message)
        .hasMessageContaining("fix it or restore it");
  }

  @Test
  void twoPricesForTheSameDayAreInvalid() {
    var twice = FILE.replace("v2.0", "v1.0").replace("\"OSS\"", "\"Llama\"");

    assertThatThrownBy(() -> PriceFile.read(twice, "x"))
        .hasMessageContaining("more than one active-copy price for us-east-1, Llama");
  }

  @Test
  void aNewPriceIsAddedAndTheOldOneStays() {
    assertThat(merged("2026-09-12 2026-09-12 0.0785", "2026-11-01 2026-11-20 0.05718"))
        .containsExactly("2026-09-12 2026-09-12 0.0785", "2026-11-01 2026-11-20 0.05718");
  }

  @Test
  void anUnchangedPriceIsOnlyKnownForMoreDays() {
    assertThat(merged("2026-09-12 2026-09-12 0.0785", "2026-08-01 2026-11-20 0.0785"))
        .containsExactly("2026-08-01 2026-11-20 0.0785");
    assertThat(merged("2026-09-12 2026-09-12 0.0785", "2026-11-01 2026-11-20 0.0785"))
        .containsExactly("2026-09-12 2026-11-20 0.0785");
  }

  @Test
  void anOlderListAddsHistoryAndChangesNoLaterPrice() {
    assertThat(merged("2026-09-12 2026-09-12 0.05718", "2025-03-01 2025-03-15 0.0785"))
        .containsExactly("2025-03-01 2025-03-15 0.0785", "2026-09-12 2026-09-12 0.05718");
  }

  @Test
  void aPriceThatContradictsALaterReadingHoldsFromItsPublication() {
    assertThat(merged("2026-09-12 2026-09-12 0.05718", "2026-08-01 2026-11-20 0.06"))
        .containsExactly("2026-09-12 2026-09-12 0.05718", "2026-11-20 2026-11-20 0.06");
  }

  @Test
  void aPriceThatWasReadInBetweenHoldsUntilTheListIsPublished() {
    var after = "2026-09-12 2026-11-20 1";

    assertThat(merged(after, "2026-11-01 2026-12-01 2"))
        .containsExactly(after, "2026-12-01 2026-12-01 2");
    assertThat(merged(after, "2026-11-20 2026-12-01 2"))
        .containsExactly(after, "2026-12-01 2026-12-01 2");
    assertThat(merged(after, "2026-11-21 2026-12-01 2"))
        .containsExactly(after, "2026-11-21 2026-12-01 2");
  }

  @Test
  void aConfirmedPriceDoesNotReachBackToADayOnWhichAnotherWasRead() {
    assertThat(
            merged(
                List.of("2026-09-12 2026-11-20 1", "2026-12-01 2026-12-01 2"),
                "2026-11-01 2026-12-10 2"))
        .containsExactly("2026-09-12 2026-11-20 1", "2026-12-01 2026-12-10 2");
  }

  @Test
  void anOlderListThatContradictsAPriceHoldsUntilThatPriceWasReadAgain() {
    assertThat(merged("2026-09-12 2026-12-10 1", "2026-11-01 2026-12-01 2"))
        .containsExactly(
            "2026-09-12 2026-11-30 1", "2026-12-01 2026-12-01 2", "2026-12-10 2026-12-10 1");
  }

  @Test
  void theLaterReadingOfTwoThatBeginOnTheSameDayStays() {
    assertThat(merged("2026-12-01 2026-12-10 1", "2026-11-01 2026-12-01 2"))
        .containsExactly("2026-12-01 2026-12-10 1");
    assertThat(merged("2026-12-01 2026-12-01 1", "2026-12-01 2026-12-10 2"))
        .containsExactly("2026-12-01 2026-12-01 1", "2026-12-10 2026-12-10 2");
  }

  @Test
  void theOrderOfTheListedPricesDoesNotMatter() {
    var prices = List.of(price("2026-09-01 2026-10-31 1"), price("2026-11-01 2026-11-20 1"));

    assertThat(new Prices(List.of()).with(prices.reversed()))
        .isEqualTo(new Prices(List.of()).with(prices))
        .isEqualTo(new Prices(List.of(price("2026-09-01 2026-11-20 1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-08-01 2026-11-20 0.06",
        "2026-11-01 2026-11-30 0.07",
        "2026-11-01 2026-12-05 0.07",
        "2026-09-12 2026-09-20 0.07"
      })
  void readingTheSameListAgainChangesNothingAndNoPriceIsRemoved(String text) {
    var before =
        new Prices(
            List.of(price("2026-09-12 2026-11-20 0.05"), price("2026-12-01 2026-12-10 0.06")));

    var once = before.with(List.of(price(text)));

    assertThat(once.with(List.of(price(text)))).isEqualTo(once);
    assertThat(once.all())
        .extracting(Price::since, Price::money)
        .containsAll(
            before.all().stream().map(price -> tuple(price.since(), price.money())).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.05718 | $0.06      | +$0.06
          1234.5  | $1,234.50  | +$1,234.50
          100     | $100.00    | +$100.00
          0       | $0.00      | +$0.00
          """)
  void moneyIsShownToTheCent(String exact, String text, String signed) {
    var money = Money.find(exact).orElseThrow();

    assertThat(money.exact()).isEqualTo(exact);
    assertThat(money.text()).isEqualTo(text);
    assertThat(money.signed()).isEqualTo(signed);
    assertThat(Money.ZERO.minus(money).text()).isIn("-" + text, "$0.00");
  }

  /** The prices after a list was merged; each as since, read and dollars. */
  private static List<String> merged(String before, String listed) {
    return merged(List.of(before), listed);
  }

  private static List<String> merged(List<String> before, String listed) {
    return new Prices(before.stream().map(PricesTest::price).toList())
        .with(List.of(price(listed))).all().stream()
            .map(price -> "%s %s %s".formatted(price.since(), price.read(), price.money().exact()))
            .toList();
  }

  private static Price price(String text) {
    var parts = text.split(" ", -1);
    return ExamplePrices.price(
            Charge.ACTIVE_COPY, "Mistral", "v1.0", parts[2], LocalDate.parse(parts[0]))
        .with(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), "a list");
  }
}
