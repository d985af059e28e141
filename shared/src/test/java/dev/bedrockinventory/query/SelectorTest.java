package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions of a filter select the resources of the example ledger. */
final class SelectorTest {
  private static final Arn FARAWAY = new ExampleScope(ExampleHistory.ELSEWHERE).arn("faraway");

  private static LedgerReader reader;

  @BeforeAll
  static void fill() {
    reader = ExampleHistory.copy().reader();
  }

  @Test
  void aTagKeyAloneMatchesAnyValue() {
    assertThat(now(tag("team")))
        .containsExactly(ExampleHistory.BILLING, ExampleHistory.SEARCH, FARAWAY);
    assertThat(now(tag("team=bob"))).containsExactly(ExampleHistory.BILLING);
    assertThat(now(tag("tea"))).isEmpty();
  }

  @Test
  void onlyResourcesThatSomebodyCanTagAreUntagged() {
    assertThat(now(Filter.ALL.with(Set.of("owner"), Optional.empty(), Optional.empty())))
        .containsExactlyInAnyOrder(
            ExampleHistory.BILLING, ExampleHistory.SEARCH, FARAWAY, ExampleHistory.LLAMA);
    assertThat(now(Filter.ALL.with(Set.of("team"), Optional.empty(), Optional.empty())))
        .containsExactly(ExampleHistory.LLAMA);
  }

  @ParameterizedTest
  @CsvSource({"billing, 1", "bill*, 1", "b?lling, 1", "*, 5", "?, 0", "Bill*, 0", "US Nova*, 1"})
  void aNameMayContainWildcards(String name, int count) {
    assertThat(now(new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(name))))
        .hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us.amazon.nova-lite-v1:0",
        "us.amazon.*",
        "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0"
      })
  void aSystemProfileSelectsItselfAndItsRecordedCopies(String text) {
    assertThat(now(model(text)))
        .containsExactlyInAnyOrder(ExampleHistory.LITE, ExampleHistory.SEARCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us.amazon.nova-lite-v1:0",
        "US Nova Lite",
        "arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0"
      })
  void copiesAreFoundByIdNameOrArnOfTheirSource(String source) {
    assertThat(now(Filter.ALL.with(Set.of(), Optional.of(source), Optional.empty())))
        .containsExactly(ExampleHistory.SEARCH);
  }

  @Test
  void anUnknownSourceHasNoCopies() {
    assertThat(now(Filter.ALL.with(Set.of(), Optional.of("nothing"), Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"us, 0", "eu, 0", "sa, 0"})
  void aProfileThatStaysInItsGeographyDoesNotLeaveIt(String geography, int count) {
    assertThat(now(Filter.ALL.with(Set.of(), Optional.empty(), Optional.of(geography))))
        .hasSize(count);
  }

  @Test
  void changesAreSelectedByTheSameConditions() {
    assertThat(new Changes(reader).in(Period.ALWAYS, model("us.amazon.nova-lite-v1:0"), Set.of()))
        .extracting(Change::arn)
        .containsOnly(ExampleHistory.LITE, ExampleHistory.SEARCH);
  }

  @Test
  void groupsAreCountedTheLargestFirst() {
    var inventory = new Inventory(reader);

    assertThat(Grouped.of(inventory.now(Filter.ALL), Grouped.By.Part.REGION))
        .containsExactly(
            new Grouped(Optional.of("us-east-2"), 4), new Grouped(Optional.of("us-west-2"), 1));
    assertThat(Grouped.of(inventory.now(Filter.ALL), new Grouped.By.Tag("team")))
        .containsExactly(
            new Grouped(Optional.of("carol"), 2),
            new Grouped(Optional.of("bob"), 1),
            new Grouped(Optional.empty(), 1));
    assertThat(Grouped.of(inventory.now(Filter.ALL), Grouped.By.Part.MODEL))
        .containsExactly(
            new Grouped(Optional.of("amazon.nova-pro-v1:0"), 3),
            new Grouped(Optional.of("amazon.nova-lite-v1:0"), 1),
            new Grouped(Optional.empty(), 1));
  }

  @Test
  void anEmptyResultHasAReason() {
    assertThat(reasons(model("us.amazon.nova-9")))
        .containsExactly("no system profile 'us.amazon.nova-9' exists in the ledger now");
    assertThat(reasons(model("nova-9")))
        .containsExactly("no profile that exists now routes to a model 'nova-9'");
    assertThat(reasons(model("billing")))
        .containsExactly(
            "'billing' is an application-inference-profile, not a model; './inventory show' shows"
                + " its models");
    assertThat(reasons(model("nova"))).isEmpty();
    assertThat(
            reasons(
                new Filter(
                    Set.of(),
                    Set.of("777788889999"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty())))
        .containsExactly("no scope of these accounts, regions and kinds was ever swept");
  }

  private static List<String> reasons(Filter filter) {
    return new EmptyResult(reader, filter).reasons();
  }

  private static List<Arn> now(Filter filter) {
    return new Inventory(reader).now(filter).map(found -> found.head().arn()).toList();
  }

  private static Filter tag(String tag) {
    return new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(tag), Optional.empty());
  }

  private static Filter model(String model) {
    return new Filter(Set.of(), Set.of(), Set.of(), Set.of(model), Set.of(), Optional.empty());
  }
}
