package dev.bedrockinventory.query;

import static dev.bedrockinventory.query.ExampleHistory.BILLING;
import static dev.bedrockinventory.query.ExampleHistory.CHAT;
import static dev.bedrockinventory.query.ExampleHistory.LITE;
import static dev.bedrockinventory.query.ExampleHistory.LLAMA;
import static dev.bedrockinventory.query.ExampleHistory.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.ResourceFinder.Match;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the queries of the read side with {@link ExampleHistory}. */
final class QueryTest {
  private static final MemoryStore TABLE = ExampleHistory.copy();

  private static final Arn FARAWAY = new ExampleScope(ExampleHistory.ELSEWHERE).arn("faraway");

  private final LedgerReader reader = TABLE.reader();
  private final Inventory inventory = new Inventory(reader);

  @Test
  void theInventoryListsLiveResourcesInOrder() {
    assertThat(arns(inventory.now(Filter.ALL).toList()))
        .containsExactly(BILLING, SEARCH, LLAMA, LITE, FARAWAY);
  }

  @Test
  void theInventoryAtAnInstantListsTheResourcesAsTheyWereThen() {
    var beforeTheDeletions = Instant.parse("2026-11-04T10:59:59.999Z");

    var then = inventory.asOf(beforeTheDeletions, Filter.ALL).toList();

    assertThat(arns(then)).containsExactly(BILLING, CHAT, SEARCH, LLAMA, LITE, FARAWAY);
    assertThat(then)
        .extracting(resource -> resource.head().revision())
        .containsExactly(1L, 1L, 2L, 1L, 1L, 1L);
    assertThat(then.get(4).head().document().json()).doesNotContain("us-west-2");
  }

  @Test
  void aResourceIsNotListedBetweenItsDeletionAndItsReturn() {
    var between = Instant.parse("2026-11-04T11:00:00Z");

    assertThat(arns(inventory.asOf(between, Filter.ALL).toList()))
        .containsExactly(SEARCH, LLAMA, LITE, FARAWAY);
  }

  @Test
  void theInventoryIsEmptyBeforeTheFirstSweep() {
    assertThat(inventory.asOf(Instant.parse("2026-11-03T09:59:59Z"), Filter.ALL)).isEmpty();
  }

  @Test
  void filtersSelectByModelTagAndName() {
    assertThat(now(Set.of("amazon.nova-lite-v1:0"), Set.of(), Optional.empty()))
        .containsExactly(LITE);
    assertThat(
            now(
                Set.of("arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-pro-v1:0"),
                Set.of("team=carol"),
                Optional.of("search")))
        .containsExactly(SEARCH, FARAWAY);
    assertThat(now(Set.of(), Set.of("team=carol", "team=bob"), Optional.empty())).isEmpty();
  }

  @Test
  void changesAreListedOldestFirstWithoutBaseline() {
    assertThat(changes(Period.ALWAYS, Filter.ALL))
        .extracting(Change::arn, Change::change, Change::revision)
        .containsExactly(
            tuple(SEARCH, ChangeKind.UPDATED, 2L),
            tuple(BILLING, ChangeKind.DELETED, 2L),
            tuple(CHAT, ChangeKind.DELETED, 2L),
            tuple(LLAMA, ChangeKind.UPDATED, 2L),
            tuple(LITE, ChangeKind.UPDATED, 2L),
            tuple(BILLING, ChangeKind.CREATED, 3L));
  }

  @Test
  void aPeriodIncludesBothEnds() {
    var noon = Optional.of(Instant.parse("2026-11-04T12:00:00Z"));

    assertThat(changes(new Period(noon, noon), Filter.ALL))
        .extracting(Change::arn)
        .containsExactly(LLAMA);
  }

  @Test
  void changesAreFilteredByTheResultingDocument() {
    var carol =
        new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("team=carol"), Optional.empty());

    assertThat(changes(Period.ALWAYS, carol)).extracting(Change::arn).containsExactly(SEARCH);
  }

  @Test
  void changesAreFilteredByTheirKind() {
    var deleted = new Changes(reader).in(Period.ALWAYS, Filter.ALL, Set.of(ChangeKind.DELETED));

    assertThat(deleted).extracting(Change::arn).containsExactly(BILLING, CHAT);
  }

  @Test
  void historyContainsEveryRevisionWithItsDocument() {
    var history = new History(reader).of(BILLING, Period.ALWAYS).toList();

    assertThat(history)
        .extracting(Change::change)
        .containsExactly(ChangeKind.BASELINE, ChangeKind.DELETED, ChangeKind.CREATED);
    assertThat(history).allMatch(change -> change.document().isPresent());
  }

  @Test
  void aResourceIsFoundByItsArnItsIdOrItsName() {
    assertThat(find(SEARCH.text())).isEqualTo(List.of(SEARCH));
    assertThat(find(LITE.id())).isEqualTo(List.of(LITE));
    assertThat(find("llama")).isEqualTo(List.of(LLAMA));
    assertThat(find("nobody")).isEmpty();
  }

  @Test
  void aNameOfSeveralResourcesReturnsAllOfThem() {
    assertThat(find("search")).isEqualTo(List.of(SEARCH, FARAWAY));
  }

  @Test
  void aDeletedResourceIsFoundByItsArnItsIdOrItsName() {
    assertThat(find(CHAT.text())).isEqualTo(List.of(CHAT));
    assertThat(find("chat")).isEqualTo(List.of(CHAT));
  }

  @Test
  void coverageReturnsScopesAndUnmodeledMembers() {
    var coverage =
        Coverage.of(
            reader,
            new Filter(
                Set.of(Kind.IMPORTED_MODEL),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty()));

    assertThat(coverage.scopes())
        .extracting(entry -> entry.state().scope())
        .containsExactly(ExampleHistory.IMPORTED);
    assertThat(coverage.unmodeled())
        .extracting(entry -> entry.member().path())
        .containsExactly("tier");
  }

  private List<Arn> now(Set<String> models, Set<String> tags, Optional<String> name) {
    return arns(
        inventory.now(new Filter(Set.of(), Set.of(), Set.of(), models, tags, name)).toList());
  }

  private List<Change> changes(Period period, Filter filter) {
    return new Changes(reader).in(period, filter, Set.of()).toList();
  }

  @Test
  void theChangesOfAnHourCostTwoReadUnitsHoweverManyHeadsThereAre() {
    var table = LocalTable.create();
    var scope = new ExampleScope(ExampleHistory.APPLICATION);
    for (var i = 0; i < 400; i++) {
      scope.put("profile-" + i, "{\"inferenceProfileName\":\"%s\"}".formatted("n".repeat(600)));
    }
    scope.sweep(table.store(), "2026-11-01T09:00:00Z");
    scope.remove("profile-7");
    scope.sweep(table.store(), "2026-11-02T09:00:00Z");
    var hour =
        new Period(
            Optional.of(Instant.parse("2026-11-05T11:00:00Z")),
            Optional.of(Instant.parse("2026-11-05T12:00:00Z")));
    var costs = table.reader();

    assertThat(new Changes(costs).in(hour, Filter.ALL, Set.of())).isEmpty();

    assertThat(costs.consumed().read()).isPositive().isLessThanOrEqualTo(2);
  }

  private List<Arn> find(String text) {
    return switch (new ResourceFinder(reader).find(text, Filter.ALL)) {
      case Match.One one -> arns(List.of(one.resource()));
      case Match.None none -> List.of();
      case Match.Several several -> arns(several.resources());
    };
  }

  private static List<Arn> arns(List<Resource> resources) {
    return resources.stream().map(resource -> resource.head().arn()).toList();
  }
}
