package dev.bedrockinventory.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {
  private static final Hub HUB = new Hub("111122223333", "us-east-2");

  @Test
  void aNewDeploymentTargetsTheHomeAccountAndRegion() {
    var targets =
        parse(
            Map.of(
                "/t/defaults", Targets.FIRST_DEFAULTS,
                "/t/accounts", Targets.FIRST_ACCOUNTS));

    assertThat(targets).isEqualTo(only(own("us-east-2")));
  }

  @Test
  void accountsInheritAndOverrideTheDefaults() {
    var targets =
        parse(
            Map.of(
                "/t/defaults",
                """
                {"regions":["us-west-2","here"],"roleName":"BedrockInventoryReaderNorth"}
                """,
                "/t/accounts",
                """
                ["here", "444455556666", {"account":"777788889999","regions":["eu-central-1"]}]
                """,
                "/t/more",
                """
                [{"account":"123412341234","roleName":"BedrockInventoryReader-2"}]
                """));

    assertThat(targets)
        .isEqualTo(
            only(
                own("us-east-2", "us-west-2"),
                other("444455556666", "BedrockInventoryReaderNorth", "us-east-2", "us-west-2"),
                other("777788889999", "BedrockInventoryReaderNorth", "eu-central-1"),
                other("123412341234", "BedrockInventoryReader-2", "us-east-2", "us-west-2")));
  }

  @Test
  void withoutDefaultsTheHomeRegionAndTheStandardRoleAreUsed() {
    var targets = parse(Map.of("/t/accounts", "[\"444455556666\"]"));

    assertThat(targets).isEqualTo(only(other("444455556666", Targets.ROLE_NAME, "us-east-2")));
  }

  @Test
  void aTargetHasAllKindsInAllItsRegions() {
    var target = own("us-west-2", "us-east-1");

    assertThat(target.scopes())
        .containsExactly(
            new Scope("111122223333", "us-east-1", Kind.APPLICATION_INFERENCE_PROFILE),
            new Scope("111122223333", "us-east-1", Kind.IMPORTED_MODEL),
            new Scope("111122223333", "us-east-1", Kind.SYSTEM_INFERENCE_PROFILE),
            new Scope("111122223333", "us-west-2", Kind.APPLICATION_INFERENCE_PROFILE),
            new Scope("111122223333", "us-west-2", Kind.IMPORTED_MODEL),
            new Scope("111122223333", "us-west-2", Kind.SYSTEM_INFERENCE_PROFILE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "111122224444",
        "\"4444\"",
        "{}",
        "{\"account\":\"444455556666\",\"region\":[\"us-east-1\"]}",
        "{\"account\":\"444455556666\",\"regions\":\"us-east-1\"}",
        "{\"account\":\"444455556666\",\"regions\":[]}",
        "{\"account\":\"444455556666\",\"regions\":[\"Ohio\"]}",
        "{\"account\":\"444455556666\",\"regions\":[7]}",
        "{\"account\":\"444455556666\",\"roleName\":\"a role\"}",
        "{\"account\":\"444455556666\",\"roleName\":null}",
        "{\"account\":\"444455556666\",\"roleName\":\"Reader\"}",
        "{\"account\":\"444455556666\",\"roleName\":\"BedrockInventoryReader/x\"}",
        "[]",
        "null",
      })
  void anInvalidEntryIsReportedAndTheOthersAreUsed(String entry) {
    var targets = parse(Map.of("/t/accounts", "[\"here\",%s,\"777788889999\"]".formatted(entry)));

    assertThat(targets.targets())
        .containsExactly(own("us-east-2"), other("777788889999", Targets.ROLE_NAME, "us-east-2"));
    assertThat(targets.problems())
        .singleElement()
        .asString()
        .startsWith("/t/accounts, entry 2 ")
        .endsWith("correct it with: aws ssm put-parameter --overwrite --name /t/accounts --value …")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[\"here\"", "{\"account\":\"here\"}", "[] []"})
  void anInvalidParameterIsReportedAndTheOthersAreUsed(String value) {
    var targets = parse(Map.of("/t/accounts", value, "/t/more", "[\"here\"]"));

    assertThat(targets.targets()).containsExactly(own("us-east-2"));
    assertThat(targets.problems()).singleElement().asString().startsWith("/t/accounts ");
  }

  @Test
  void invalidDefaultsAffectOnlyTheAccountsThatRelyOnThem() {
    var targets =
        parse(
            Map.of(
                "/t/defaults", "{\"region\":[\"us-east-1\"]}",
                "/t/accounts",
                    """
                    [{"account":"here","regions":["us-west-2"]}, "444455556666",
                     {"account":"777788889999","regions":["us-west-2"]}]
                    """));

    assertThat(targets.targets()).containsExactly(own("us-west-2"));
    assertThat(targets.problems())
        .satisfiesExactly(
            problem -> assertThat(problem).contains("/t/defaults has a member 'region'"),
            problem -> assertThat(problem).contains("entry 2 does not specify regions"),
            problem -> assertThat(problem).contains("entry 3 does not specify a role name"));
  }

  @Test
  void theFirstEntryOfARepeatedAccountIsUsed() {
    var targets =
        parse(
            Map.of(
                "/t/a", "[\"here\"]",
                "/t/b", "[{\"account\":\"111122223333\",\"regions\":[\"us-west-2\"]}]"));

    assertThat(targets.targets()).containsExactly(own("us-east-2"));
    assertThat(targets.problems())
        .singleElement()
        .asString()
        .contains("/t/b, entry 1 account 111122223333 is already defined in /t/a, entry 1");
  }

  @Test
  void anExcuseCoversWhatItNamesUntilItsLastDay() {
    var targets =
        parse(
            Map.of(
                "/t/accounts",
                "[\"here\"]",
                "/t/excuses",
                """
                [{"account":"444455556666","region":"eu-west-1","reason":"moves","until":"2026-12-31"},
                 {"kind":"imported-model","region":"here","reason":"none here","until":"2026-12-31"}]
                """));
    var scope = new Scope("444455556666", "eu-west-1", Kind.IMPORTED_MODEL);

    assertThat(targets.problems()).isEmpty();
    assertThat(targets.targets()).containsExactly(own("us-east-2"));
    assertThat(targets.excuses(scope, Instant.parse("2026-12-31T23:59:59Z"))).isTrue();
    assertThat(targets.excuses(scope, Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
    assertThat(
            List.of(
                new Scope("444455556666", "eu-west-2", Kind.IMPORTED_MODEL),
                new Scope("777788889999", "eu-west-1", Kind.IMPORTED_MODEL)))
        .noneMatch(other -> targets.excuses(other, Instant.EPOCH));
    assertThat(
            targets.excuses(
                new Scope("777788889999", "us-east-2", Kind.IMPORTED_MODEL), Instant.EPOCH))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"reason":"all","until":"2026-12-31"}                        | would excuse every scope
          {"account":"444455556666","until":"2026-12-31"}              | has no reason
          {"account":"444455556666","reason":"moves"}                  | has until nothing
          {"account":"444455556666","reason":"moves","until":"soon"}   | has until "soon"
          {"account":"4444","reason":"moves","until":"2026-12-31"}     | has no account id
          {"kind":"model","reason":"moves","until":"2026-12-31"}       | has an unknown kind "model"
          {"accounts":["here"],"reason":"moves","until":"2026-12-31"}  | has a member 'accounts'
          "444455556666"                                               | is not a JSON object
          """)
  void anInvalidExcuseIsAProblemAndExcusesNothing(String entry, String problem) {
    var targets = parse(Map.of("/t/accounts", "[\"here\"]", "/t/excuses", "[" + entry + "]"));

    assertThat(targets.excuses()).isEmpty();
    assertThat(targets.problems())
        .singleElement()
        .asString()
        .startsWith("/t/excuses, entry 1 " + problem)
        .contains("--name /t/excuses");
  }

  @Test
  void anAccountWithoutEventsIsMarked() {
    var targets =
        parse(
            Map.of(
                "/t/defaults", "{\"events\":false}",
                "/t/accounts", "[\"here\",{\"account\":\"444455556666\",\"events\":true}]"));

    assertThat(targets.targets()).extracting(Target::hasEvents).containsExactly(false, true);
    assertThat(parse(Map.of("/t/accounts", "[{\"account\":\"here\",\"events\":1}]")).problems())
        .singleElement()
        .asString()
        .contains("has events 1; expected true, or false");
  }

  private static Targets parse(Map<String, String> parameters) {
    return Targets.parse(new TreeMap<>(parameters), HUB);
  }

  private static Targets only(Target... targets) {
    return new Targets(List.of(targets), List.of(), List.of(), List.of());
  }

  private static Target own(String... regions) {
    return new Target("111122223333", new TreeSet<>(Set.of(regions)), Optional.empty(), true);
  }

  private static Target other(String account, String roleName, String... regions) {
    return new Target(account, new TreeSet<>(Set.of(regions)), Optional.of(roleName), true);
  }
}
