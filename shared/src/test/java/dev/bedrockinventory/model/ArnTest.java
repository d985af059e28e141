package dev.bedrockinventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0,"
        + " us.amazon.nova-lite-v1:0, system-inference-profile",
    "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/3yh6w4d8j7j3,"
        + " 3yh6w4d8j7j3, application-inference-profile",
    "arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:imported-model/abcdefghij12,"
        + " abcdefghij12, imported-model"
  })
  void anArnNamesItsScopeAndItsId(String text, String id, String kind) {
    var arn = new Arn(text);

    assertThat(arn.id()).isEqualTo(id);
    assertThat(arn.scope())
        .contains(new Scope("111122223333", arn.region(), Kind.find(kind).orElseThrow()));
  }

  @Test
  void aGlobalDestinationHasNoRegionAndNoScope() {
    var arn = new Arn("arn:aws:bedrock:::foundation-model/amazon.nova-2-lite-v1:0");

    assertThat(arn.region()).isEmpty();
    assertThat(arn.id()).isEqualTo("amazon.nova-2-lite-v1:0");
    assertThat(arn.scope()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws:bedrock:us-east-2:111122223333:",
        "a:b:c:d:1:e",
        "3yh6w4d8j7j3"
      })
  void whatIsNoArnIsRefusedWithTheExpectedForm(String text) {
    assertThat(Arn.find(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Arn(text))
        .withMessageContaining("expected arn:partition:service:region:account:resource");
  }

  @Test
  void anArnTooLongForTheLedgersKeysIsNoArn() {
    var start = "arn:aws:bedrock:us-east-2:111122223333:imported-model/";

    assertThat(Arn.find(start + "a".repeat(900 - start.length()))).isPresent();
    assertThat(Arn.find(start + "a".repeat(901 - start.length()))).isEmpty();
  }
}
