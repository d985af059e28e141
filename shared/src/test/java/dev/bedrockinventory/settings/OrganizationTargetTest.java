package dev.bedrockinventory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of the target parameters that stand for accounts of the organization. */
final class OrganizationTargetTest {
  private static final Hub HUB = new Hub("111122223333", "us-east-2");
  private static final String FIRST = "444455556666";
  private static final String SECOND = "777788889999";

  @Test
  void theWordOrganizationStandsForAllAccountsWithTheDefaults() {
    var targets =
        parse(
            Map.of(
                "/t/defaults", "{\"regions\":[\"eu-west-1\"],\"events\":false}",
                "/t/accounts", "[\"organization\"]"));

    assertThat(targets.problems()).isEmpty();
    assertThat(targets.targets()).as("before the accounts are listed").isEmpty();
    assertThat(targets.units()).containsExactly("all");
    assertThat(targets).isEqualTo(accounts("{\"organization\":\"all\"}", targets));
    assertThat(targets.expand(Map.of("all", List.of(SECOND, FIRST)), HUB).targets())
        .containsExactly(target(FIRST, "eu-west-1", false), target(SECOND, "eu-west-1", false));
  }

  @Test
  void anEntryOfUnitsHasItsOwnOptions() {
    var targets =
        accounts(
            """
            {"organization":["ou-a1b2-c3d4e5f6","ou-a1b2-aaaabbbb"],"regions":["us-west-2"],
             "roleName":"BedrockInventoryReaderNorth","events":false,"except":["444455556666"]}
            """);

    assertThat(targets.units()).containsExactly("ou-a1b2-aaaabbbb", "ou-a1b2-c3d4e5f6");
    assertThat(
            targets
                .expand(
                    Map.of(
                        "ou-a1b2-c3d4e5f6", List.of(FIRST, SECOND),
                        "ou-a1b2-aaaabbbb", List.of("123412341234", SECOND)),
                    HUB)
                .targets())
        .extracting(Target::account, target -> target.roleName().orElseThrow())
        .containsExactly(
            tuple("123412341234", "BedrockInventoryReaderNorth"),
            tuple(SECOND, "BedrockInventoryReaderNorth"));
  }

  @Test
  void anAccountsOwnEntryHasPriorityThenTheFirstEntryOfTheOrganization() {
    var targets =
        parse(
            Map.of(
                "/t/accounts",
                """
                [{"organization":["ou-a1b2-c3d4e5f6"],"regions":["eu-west-1"]},
                 {"organization":"all","regions":["us-west-2"]},
                 {"account":"777788889999","regions":["ca-central-1"]}]
                """));

    var expanded =
        targets.expand(
            Map.of(
                "ou-a1b2-c3d4e5f6", List.of(FIRST, SECOND),
                "all", List.of(FIRST, SECOND, "123412341234")),
            HUB);

    assertThat(expanded.targets())
        .containsExactly(
            target(SECOND, "ca-central-1", true),
            target(FIRST, "eu-west-1", true),
            target("123412341234", "us-west-2", true));
  }

  @Test
  void theHomeAccountIsSweptWithTheFunctionsOwnCredentials() {
    var expanded = accounts("\"organization\"").expand(Map.of("all", List.of("111122223333")), HUB);

    assertThat(expanded.targets())
        .singleElement()
        .satisfies(target -> assertThat(target.roleName()).isEmpty());
  }

  @Test
  void aUnitWithoutAListHasNoAccounts() {
    assertThat(accounts("\"organization\"").expand(Map.of(), HUB).targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          {"organization":"some"}                                | has organization "some"; expected "all" or an array
          {"organization":[]}                                    | has organization []; expected "all" or an array
          {"organization":true}                                  | has organization true; expected "all" or an array
          {"organization":["Production"]}                        | has an organizational unit "Production"; expected an id
          {"organization":["ou-a1b2-c3d4e5f6",7]}                | has an organizational unit 7; expected an id
          {"organization":["r-a1b2"]}                            | has an organizational unit "r-a1b2"; expected an id
          {"organization":"all","except":"444455556666"}         | has except "444455556666"; expected an array
          {"organization":"all","except":["4444"]}               | has no account id; expected twelve digits
          {"organization":"all","exept":["444455556666"]}        | has a member 'exept'
          {"organization":"all","account":"444455556666"}        | has a member 'account'
          {"organization":"all","regions":["Ohio"]}              | has a region "Ohio"
          {"organization":"all","roleName":"Admin"}              | has a roleName "Admin"
          """,
      delimiter = '|')
  void aMalformedEntryIsAProblemThatSaysHowToFixIt(String entry, String problem) {
    var targets = parse(Map.of("/t/accounts", "[\"here\",%s]".formatted(entry)));

    assertThat(targets.targets()).as("the other entries are used").hasSize(1);
    assertThat(targets.organization()).isEmpty();
    assertThat(targets.problems())
        .singleElement()
        .asString()
        .startsWith("/t/accounts, entry 2 " + problem)
        .endsWith("aws ssm put-parameter --overwrite --name /t/accounts --value …");
  }

  @Test
  void aUnitThatIsDefinedTwiceIsAProblem() {
    assertThat(accounts("\"organization\",{\"organization\":\"all\"}").problems())
        .singleElement()
        .asString()
        .contains("entry 2 organization all is already defined in /t/accounts, entry 1");
  }

  @Test
  void anEntryThatReliesOnUnreadableDefaultsIsAProblem() {
    var targets = parse(Map.of("/t/defaults", "{", "/t/accounts", "[\"organization\"]"));

    assertThat(targets.organization()).isEmpty();
    assertThat(targets.problems())
        .hasSize(2)
        .anyMatch(problem ->
            problem.contains("entry 1 does not specify regions, and defaults cannot be read"));
  }

  private static Targets accounts(String entries) {
    return parse(Map.of("/t/accounts", "[%s]".formatted(entries)));
  }

  /** Parses the entry with the regions and events of other targets as defaults. */
  private static Targets accounts(String entry, Targets others) {
    var first = others.organization().getFirst();
    return parse(
        Map.of(
            "/t/defaults",
            "{\"regions\":[\"%s\"],\"events\":%s}"
                .formatted(first.regions().getFirst(), first.hasEvents()),
            "/t/accounts",
            "[%s]".formatted(entry)));
  }

  private static Target target(String account, String region, boolean hasEvents) {
    return new Target(
        account, new TreeSet<>(List.of(region)), Optional.of(Targets.ROLE_NAME), hasEvents);
  }

  private static Targets parse(Map<String, String> parameters) {
    return Targets.parse(new TreeMap<>(parameters), HUB);
  }
}
