package dev.bedrockinventory.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhoTextTest {
  private static final Actor.Session NOT_RECORDED =
      new Actor.Session(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/alice, IAMUser, arn:aws:iam::111122223333:user/alice",
    "544894e8, IdentityCenterUser, IdentityCenterUser 544894e8",
    "444455556666, AWSAccount, AWSAccount 444455556666",
    "carol, '', carol",
    "'', Unknown, unknown"
  })
  void aNameThatIsNotAnArnIsShownWithItsType(String name, String type, String text) {
    var event = event(new Actor(name, type, NOT_RECORDED));

    assertThat(WhoText.withCredentials(event)).isEqualTo(text);
    assertThat(WhoText.of(List.of(event))).isEqualTo(text);
  }

  @Test
  void callsWithOtherCredentialsAreShownSeparatelyAndEachOnce() {
    var events = List.of(event(key("1")), event(key("2")), event(key("1")));

    assertThat(WhoText.withCredentials(events))
        .isEqualTo("IAMUser bob (key 1, MFA), IAMUser bob (key 2, MFA)");
    assertThat(WhoText.of(events)).isEqualTo("IAMUser bob");
  }

  private static Actor key(String id) {
    return new Actor(
        "bob",
        "IAMUser",
        new Actor.Session(
            Optional.empty(),
            Optional.of(id),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            false));
  }

  private static Evidence event(Actor actor) {
    return new Evidence(
        new Arn("arn:aws:bedrock:us-east-2:111122223333:imported-model/abcdefghij12"),
        "event-1",
        "TagResource",
        Instant.parse("2026-11-22T12:00:00Z"),
        actor,
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
