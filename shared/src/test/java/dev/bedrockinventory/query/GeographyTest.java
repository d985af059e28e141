package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile leaves its geography if a destination is outside that of its region or its prefix. */
final class GeographyTest {
  @ParameterizedTest
  @CsvSource({
    "us.model, us-east-1, us-west-2, false",
    "us.model, ca-central-1, ca-west-1, false",
    "us.model, ca-central-1, us-east-1, true",
    "us.model, us-east-1, eu-west-1, true",
    "eu.model, eu-west-1, eu-north-1, false",
    "eu.model, il-central-1, eu-north-1, true",
    "eu.model, il-central-1, il-central-1, false",
    "apac.model, ap-south-1, ap-northeast-1, false",
    "jp.model, ap-northeast-1, ap-northeast-3, false",
    "jp.model, ap-northeast-1, ap-northeast-2, true",
    "au.model, ap-southeast-2, ap-southeast-4, false",
    "au.model, ap-southeast-2, ap-southeast-1, true",
    "in.model, ap-south-1, ap-south-2, false",
    "in.model, ap-south-1, ap-southeast-1, true",
    "ca.model, ca-central-1, ca-west-1, false",
    "us-gov.model, us-gov-east-1, us-gov-west-1, false",
    "us-gov.model, us-gov-east-1, us-east-1, true",
    "global.model, us-east-1, '', true",
    "global.model, us-east-1, us-east-1, false",
    "new.model, sa-east-1, sa-east-1, false",
    "new.model, sa-east-1, us-east-1, true",
    "without-prefix, us-isob-east-1, us-iso-east-1, true"
  })
  void aSystemProfileIsBoundByItsPrefixAndItsRegion(
      String id, String source, String destination, boolean isLeft) {
    assertThat(Geography.isLeft(profile(Kind.SYSTEM_INFERENCE_PROFILE, id, source, destination)))
        .isEqualTo(isLeft);
  }

  @ParameterizedTest
  @CsvSource({
    "jp.mine, ap-northeast-1, ap-south-1, false",
    "mine, eu-west-1, eu-west-3, false",
    "mine, eu-west-1, us-east-1, true",
    "mine, eu-west-1, '', true"
  })
  void anApplicationProfileIsBoundByItsRegionAlone(
      String id, String source, String destination, boolean isLeft) {
    var kind = Kind.APPLICATION_INFERENCE_PROFILE;

    assertThat(Geography.isLeft(profile(kind, id, source, destination))).isEqualTo(isLeft);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, us-west-2, us, false",
    "ca-central-1, us-east-1, us, false",
    "us-east-1, eu-west-1, us, true",
    "us-east-1, '', us, true",
    "us-east-1, us-gov-east-1, us, true",
    "eu-west-1, us-east-1, us, false",
    "sa-east-1, us-east-1, sa, true",
    "sa-east-1, sa-east-1, sa, false",
    "ap-southeast-2, ap-southeast-1, au, true",
    "ap-southeast-2, ap-southeast-1, apac, false"
  })
  void aNamedGeographyIsLeftByProfilesInIt(
      String source, String destination, String geography, boolean isLeft) {
    var profile = profile(Kind.APPLICATION_INFERENCE_PROFILE, "mine", source, destination);

    assertThat(Geography.isLeft(profile.scope(), profile.head().document(), geography))
        .isEqualTo(isLeft);
  }

  private static Resource profile(Kind kind, String id, String source, String destination) {
    var scope = new Scope("111122223333", source, kind);
    var document =
        "{\"models\":[{\"modelArn\":\"arn:aws:bedrock:%s::foundation-model/model\"}]}"
            .formatted(destination);
    var arn = new ExampleScope(scope).arn(id);
    var at = Instant.EPOCH;
    return new Resource(
        scope, new Head(arn, 1, 1, "", "", at, at, new Document(document)), Optional.empty());
  }
}
