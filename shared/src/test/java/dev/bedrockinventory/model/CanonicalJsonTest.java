package dev.bedrockinventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @Test
  void membersAreOrderedByUtf16CodeUnitsAsInRfc8785() {
    var json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6}";

    assertThat(canonical(json))
        .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "1.0, 1",
    "1e2, 100",
    "4.50, 4.5",
    "2e-3, 0.002",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1e21, 1e+21",
    "123456789012345680000, 123456789012345680000",
    "1E30, 1e+30",
    "5e-324, 5e-324",
    "-1.5e-9, -1.5e-9",
    "9007199254740992, 9007199254740992"
  })
  void numbersThatADoubleHoldsAreWrittenAsEcmaScriptDoes(String number, String expected) {
    assertThat(canonical(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "333333333.33333329",
        "12345678901234567168",
        "0.12345678901234567890123",
        "-98765432109876543210"
      })
  void numbersThatADoubleCannotHoldKeepTheirDigits(String number) {
    assertThat(canonical(number)).isEqualTo(number);
  }

  @Test
  void aNumberBeyondEveryDoubleKeepsItsValue() {
    assertThat(new BigDecimal(canonical("1.5e999"))).isEqualByComparingTo("1.5e999");
    assertThat(new BigDecimal(canonical("-2e-999"))).isEqualByComparingTo("-2e-999");
  }

  @Test
  void everyDoubleSurvivesAsTheSameDouble() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (var i = 0; i < 10_000; i++) {
      var number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        var text = CanonicalJson.write(DoubleNode.valueOf(number));

        assertThat(Double.parseDouble(text)).as("seed %d, text %s", seed, text).isEqualTo(number);
        assertThat(canonical(text)).as("seed %d", seed).isEqualTo(text);
      }
    }
  }

  @Test
  void stringsEscapeOnlyWhatRfc8785Asks() {
    assertThat(canonical("\"\\u000f\\n\\/\\u0022\\\\é\\u007f\""))
        .isEqualTo("\"\\u000f\\n/\\\"\\\\é\u007f\"");
  }

  @Test
  void aLoneSurrogateIsNotLost() {
    var canonical = canonical("\"a\\ud83d\"");

    assertThat(canonical).isEqualTo("\"a\\ud83d\"");
    assertThat(canonical(canonical)).isEqualTo(canonical);
    assertThat(canonical("\"\\ude00\\ud83d\"")).isEqualTo("\"\\ude00\\ud83d\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "{\"a\":1,\"a\":2}", "nul", "{'a':1}", "[1,]", "01"})
  void whatIsNotOneJsonValueIsRefused(String text) {
    assertThat(CanonicalJson.find(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e99999999999",
        "1e2147483648",
        "1e-2147483648",
        "123456789e2147483640",
        "1000e2147483645",
        "-1e1000001"
      })
  void aNumberBeyondAnyUseIsRefusedAndNotGuessed(String number) {
    assertThat(CanonicalJson.find("{\"a\":[" + number + "]}")).isEmpty();
  }

  @Test
  void aNumberOfVeryManyDigitsReadsBackOrIsRefused() {
    for (var digits : new int[] {999, 1_000, 1_001, 8_999, 9_000, 9_001, 9_999, 20_000}) {
      for (var number :
          new String[] {"7".repeat(digits), "0." + "3".repeat(digits), "-" + "4".repeat(digits)}) {
        CanonicalJson.find(number)
            .map(CanonicalJson::write)
            .ifPresent(written -> assertThat(canonical(written)).isEqualTo(written));
      }
    }
    assertThat(CanonicalJson.find("7".repeat(9_000))).isPresent();
  }

  @Test
  void aMessageNeverQuotesTheText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.parse("{\"description\":\"secret"))
        .withMessageNotContaining("secret");
  }

  private static String canonical(String json) {
    return CanonicalJson.write(CanonicalJson.parse(json));
  }
}
