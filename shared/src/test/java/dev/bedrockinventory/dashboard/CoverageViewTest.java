package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The coverage shows every scope, worst first, and what is damaged or unknown. */
final class CoverageViewTest {
  private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
  private static final Instant FRESH = NOW.minus(Duration.ofMinutes(20));
  private static final Parameters COVERAGE = Parameters.of(View.COVERAGE);
  private static final Scope UNPLANNED = scope("us-east-1");
  private static final Scope PENDING = scope("us-east-2");
  private static final MemoryStore TABLE = filled();

  private static MemoryStore filled() {
    var table = new MemoryStore();
    var plan = new PlannedScopes(table);
    plan.plan(Set.of(PENDING, UNPLANNED), true, NOW.minus(Duration.ofDays(3)));
    plan.plan(Set.of(PENDING), true, NOW.minus(Duration.ofDays(2)));
    end(table, scope("ap-south-1"), Outcome.COMPLETE, Optional.empty(), FRESH);
    end(table, scope("af-south-1"), Outcome.REFUSED, Optional.of(Reason.UNSUPPORTED), FRESH);
    end(table, scope("ca-central-1"), Outcome.COMPLETE, Optional.empty(), NOW.minusSeconds(14_400));
    end(table, scope("sa-east-1"), Outcome.PARTIAL, Optional.of(Reason.THROTTLED), FRESH);
    end(table, scope("us-west-2"), Outcome.COMPLETE, Optional.empty(), NOW.minusSeconds(18_000));
    end(table, scope("us-west-2"), Outcome.REFUSED, Optional.of(Reason.DENIED), FRESH);
    table
        .ledger()
        .report(
            List.of(
                new UnmodeledMember(
                    "GetImportedModel",
                    "tier.name",
                    "string",
                    "arn:aws:bedrock:us-east-2:111122223333:imported-model/abcdefghijkl")),
            Instant.parse("2026-11-01T08:15:00Z"));
    return table;
  }

  private static final Pages PAGES = new Pages(TABLE, NOW, NOW);

  @Test
  void scopesAreListedWorstFirst() {
    var page = PAGES.show(COVERAGE);

    assertThat(column(page, 1))
        .extracting(text -> text.substring(0, text.indexOf(" ")))
        .containsExactly(
            "us-west-2",
            "sa-east-1",
            "ca-central-1",
            "us-east-2",
            "ap-south-1",
            "af-south-1",
            "us-east-1");
    assertThat(page.select("td .bi-k").eachText())
        .containsExactly(
            "refused", "partial", "old", "pending", "complete", "unsupported", "no longer planned");
    assertThat(page.select(".bi-groups span").eachText())
        .containsExactly(
            "1 refused",
            "1 partial",
            "1 old",
            "1 pending",
            "1 complete",
            "1 unsupported",
            "1 no longer planned");
  }

  @Test
  void aScopeShowsItsLastCompleteSweepItsFailureAndItsNumbers() {
    var refused = rows(PAGES.show(COVERAGE)).getFirst();

    assertThat(refused.text())
        .contains("DENIED", "Check the permissions", "5 hours ago", "2026-11-05 07:00");
    assertThat(refused.select("td").eachText()).endsWith("7", "2");
  }

  @Test
  void aScopeWithoutACompleteSweepSaysNever() {
    assertThat(rows(PAGES.show(COVERAGE)).get(3).select("td").eachText())
        .endsWith("never", "–", "–");
  }

  @Test
  void accountRegionAndKindSelectScopes() {
    assertThat(rows(PAGES.show(COVERAGE.with(ViewParameter.REGION, "sa-east-1")))).hasSize(1);
    assertThat(rows(PAGES.show(COVERAGE.with(ViewParameter.ACCOUNT, "111122223333")))).hasSize(7);
    assertThat(PAGES.show(COVERAGE.with(ViewParameter.KIND, Kind.IMPORTED_MODEL.label())).text())
        .contains("No scope matches.");
  }

  @Test
  void anUnmodeledMemberIsShownWithItsExample() {
    var last = PAGES.show(COVERAGE).select("section").getLast();

    assertThat(last.select("td").eachText().subList(0, 4))
        .containsExactly("GetImportedModel", "tier.name", "string", "2026-11-01 08:15");
    assertThat(last.select("button").text()).isEqualTo("abcdefghijkl");
  }

  @Test
  void damagedItemsAreNamedWithWhatToDo() {
    var table = new MemoryStore();
    end(table, scope("us-west-2"), Outcome.COMPLETE, Optional.empty(), FRESH);
    table.set(
        new ItemKey("SCOPES", scope("us-west-2").key()), "outcome", AttributeValue.fromS("FINE"));
    table.put(new ItemKey("SCOPES", "note"), Map.of());

    var damaged = new Pages(table, NOW, NOW).show(COVERAGE).select(".bi-notice tbody tr");

    assertThat(damaged.eachText())
        .satisfiesExactly(
            edited ->
                assertThat(edited)
                    .contains(scope("us-west-2").key(), "inventory verify", "inventory repair"),
            foreign ->
                assertThat(foreign).contains("SCOPES / note", "No scope has this key", "delete"));
  }

  @Test
  void manyEqualScopesOfAnAccountAreOneRowAndPagesLoseNone() {
    var table = new MemoryStore();
    var scopes = new ArrayList<Scope>();
    for (var account = 0; account < 130; account++) {
      for (var region : List.of("us-east-1", "us-east-2", "us-west-2")) {
        scopes.add(
            new Scope("%012d".formatted(account), region, Kind.APPLICATION_INFERENCE_PROFILE));
      }
    }
    for (var scope : scopes) {
      var isDenied = scope.region().equals("us-west-2");
      end(
          table,
          scope,
          isDenied ? Outcome.REFUSED : Outcome.COMPLETE,
          isDenied ? Optional.of(Reason.DENIED) : Optional.empty(),
          FRESH);
    }

    var pages = new Pages(table, NOW, NOW).all(COVERAGE);

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(page -> rows(page).stream()).map(Element::text))
        .doesNotHaveDuplicates()
        .hasSize(260);
    assertThat(rows(pages.getLast()).getLast().text())
        .contains("000000000129", "2 scopes", "us-east-1, us-east-2", "oldest 20 min ago", "14");
  }

  @Test
  void twentyFiveThousandScopesAreAFewRowsForEachAccount() {
    var entries = new ArrayList<ScopeEntry>();
    for (var account = 0; account < 250; account++) {
      for (var region = 0; region < 100; region++) {
        entries.add(pending("%012d".formatted(account), "us-east-" + region));
      }
    }

    var groups = ScopeGroup.of(entries, NOW);

    assertThat(groups).hasSize(250);
    assertThat(groups.getFirst().regions()).startsWith("100 regions: us-east-0, us-east-1");
  }

  private static ScopeEntry pending(String account, String region) {
    var scope = new Scope(account, region, Kind.IMPORTED_MODEL);
    return new ScopeEntry(ScopeState.unknown(scope), Optional.empty(), Optional.empty());
  }

  private static void end(
      MemoryStore table, Scope scope, Outcome outcome, Optional<Reason> reason, Instant at) {
    table
        .ledger()
        .endObservation(
            new ObservationSummary(
                scope,
                at.minusSeconds(10),
                at,
                outcome,
                reason,
                outcome == Outcome.COMPLETE,
                7,
                reason.isPresent() ? 2 : 0,
                0,
                9,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty()));
  }

  private static Scope scope(String region) {
    return new Scope("111122223333", region, Kind.APPLICATION_INFERENCE_PROFILE);
  }

  private static List<Element> rows(Document page) {
    return page.select("tr:has(.bi-k)");
  }

  private static List<String> column(Document page, int index) {
    return rows(page).stream().map(row -> row.select("td").get(index).text()).toList();
  }
}
