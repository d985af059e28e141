package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Arn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model may be named by its id, its ARN, its family or provider, or with wildcards. */
final class ModelTextTest {
  @ParameterizedTest
  @CsvSource({
    "amazon.nova-lite-v1:0, eu-west-1, true",
    "amazon.nova-pro-v1:0, eu-west-1, false",
    "nova, eu-west-1, true",
    "nova-lite, eu-west-1, true",
    "amazon, eu-west-1, true",
    "nov, eu-west-1, false",
    "lite, eu-west-1, false",
    "anthropic, eu-west-1, false",
    "'', eu-west-1, false",
    "*nova*, eu-west-1, true",
    "amazon.nova-????-v1:0, eu-west-1, true",
    "amazon.nova-???-v1:0, eu-west-1, false",
    "amazon.nova-lite-v1:0*, eu-west-1, true",
    "amazonXnova*, eu-west-1, false",
    "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0, eu-west-1, true",
    "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0, eu-west-2, false",
    "arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0, eu-west-2, true",
    "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0, '', true",
    "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0, '', false",
    "arn:aws-us-gov:bedrock:us-gov-east-1::foundation-model/amazon.nova-lite-v1:0, '', false"
  })
  void aDestinationMatches(String text, String region, boolean matches) {
    var destination =
        new Arn("arn:aws:bedrock:%s::foundation-model/amazon.nova-lite-v1:0".formatted(region));

    assertThat(new ModelText(text).matches(destination)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "llama, meta.llama3-1-8b-instruct-v1:0, true",
    "claude, anthropic.claude-v2:1, true",
    "claude-sonnet-4, anthropic.claude-sonnet-4-5-20250929-v1:0, true",
    "titan, amazon.titan-embed-text-v2:0, true",
    "grok, xai.grok-4.6, true"
  })
  void aFamilyIsTheBeginningOfTheNameOfAModel(String text, String id, boolean matches) {
    var destination = new Arn("arn:aws:bedrock:us-east-1::foundation-model/" + id);

    assertThat(new ModelText(text).matches(destination)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "us.amazon.nova-lite-v1:0, true",
    "global.amazon.nova-lite-v1:0, true",
    "us-gov.amazon.nova-lite-v1:0, true",
    "arn:aws:bedrock:us-east-1:111122223333:inference-profile/new.model, true",
    "amazon.nova-lite-v1:0, false",
    "nova, false",
    "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc, false"
  })
  void anIdWithThePrefixOfAGeographyIsThatOfASystemProfile(String text, boolean isProfile) {
    assertThat(new ModelText(text).isProfile()).isEqualTo(isProfile);
  }
}
