package dev.bedrockinventory.verify;

import static dev.bedrockinventory.query.ExampleHistory.APPLICATION;
import static dev.bedrockinventory.query.ExampleHistory.BILLING;
import static dev.bedrockinventory.query.ExampleHistory.CHAT;
import static dev.bedrockinventory.query.ExampleHistory.ELSEWHERE;
import static dev.bedrockinventory.query.ExampleHistory.LITE;
import static dev.bedrockinventory.query.ExampleHistory.SEARCH;
import static dev.bedrockinventory.query.ExampleHistory.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verification reports items that are removed, swapped, copied or invented. */
final class RemovalTest {
  private final MemoryStore items = ExampleHistory.copy();

  @Test
  void aMissingFirstMiddleOrLastRevisionIsReported() {
    for (var number = 1; number <= 3; number++) {
      var damaged = ExampleHistory.copy();
      damaged.remove(ItemKey.revision(BILLING, number));

      assertNames(damaged, ItemKey.revision(BILLING, number));
    }
  }

  @Test
  void allMissingRevisionsOfAResourceAreReported() {
    for (var number = 1; number <= 3; number++) {
      items.remove(ItemKey.revision(BILLING, number));
    }

    assertNames(
        items,
        ItemKey.revision(BILLING, 1),
        ItemKey.revision(BILLING, 2),
        ItemKey.revision(BILLING, 3));
  }

  @Test
  void twoSwappedRevisionsAreReported() {
    var first = items.get(ItemKey.revision(BILLING, 1));
    var second = items.get(ItemKey.revision(BILLING, 2));
    items.put(ItemKey.revision(BILLING, 1), second);
    items.put(ItemKey.revision(BILLING, 2), first);

    assertNames(items, ItemKey.revision(BILLING, 1), ItemKey.revision(BILLING, 2));
  }

  @Test
  void aRevisionCopiedFromAnotherResourceIsReported() {
    items.put(ItemKey.revision(CHAT, 1), items.get(ItemKey.revision(SEARCH, 1)));

    assertNames(items, ItemKey.revision(CHAT, 1));
  }

  @Test
  void anInventedRevisionIsReportedAtAnyPosition() {
    items.put(ItemKey.revision(SEARCH, 3), items.get(ItemKey.revision(SEARCH, 2)));
    items.put(ItemKey.revision(BILLING, 0), items.get(ItemKey.revision(BILLING, 1)));

    assertNames(items, ItemKey.revision(SEARCH, 3), ItemKey.revision(BILLING, 0));
  }

  @Test
  void aRemovedHeadIsReportedByItsRevisions() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));

    assertNames(items, ItemKey.head(APPLICATION, SEARCH), ItemKey.scope(APPLICATION));
  }

  @Test
  void aRemovedHeadOrTombstoneIsReportedByEachItemThatRefersToIt() {
    for (var item : ExampleHistory.copy().all()) {
      var key = MemoryStore.key(item);
      if (key.sk().startsWith("HEAD#") || key.sk().startsWith("GONE#")) {
        var damaged = ExampleHistory.copy();
        damaged.remove(key);

        assertNames(damaged, key);
      }
    }
  }

  @Test
  void aRemovedItemOfAKnownResourceIsReported() {
    items.remove(ItemKey.known(APPLICATION, SEARCH));

    assertNames(items, ItemKey.known(APPLICATION, SEARCH));
  }

  @Test
  void aResourceIsReportedByItsKnownItemAlone() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));
    items.remove(ItemKey.revision(SEARCH, 1));
    items.remove(ItemKey.revision(SEARCH, 2));
    items.remove(ItemKey.route("amazon.nova-pro-v1:0", SEARCH));

    assertNames(items, ItemKey.known(APPLICATION, SEARCH), ItemKey.scope(APPLICATION));
  }

  @Test
  void aRemovedTombstoneIsReportedByItsRevisions() {
    items.remove(ItemKey.tombstone(APPLICATION, CHAT));

    assertNames(items, ItemKey.tombstone(APPLICATION, CHAT), ItemKey.scope(APPLICATION));
  }

  @Test
  void aRemovedRouteIsReportedByItsHead() {
    items.remove(ItemKey.route("amazon.nova-lite-v1:0", LITE));

    assertNames(items, ItemKey.route("amazon.nova-lite-v1:0", LITE));
  }

  @Test
  void anInventedRouteIsReported() {
    var route = ItemKey.route("amazon.nova-lite-v1:0", SEARCH);
    items.put(route, items.get(ItemKey.route("amazon.nova-lite-v1:0", LITE)));

    assertNames(items, route);
  }

  @Test
  void aResourceIsReportedByItsRouteAlone() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));
    items.remove(ItemKey.revision(SEARCH, 1));
    items.remove(ItemKey.revision(SEARCH, 2));

    assertNames(items, ItemKey.route("amazon.nova-pro-v1:0", SEARCH), ItemKey.scope(APPLICATION));
  }

  @Test
  void aCompletelyRemovedResourceIsReportedByItsScope() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));
    items.remove(ItemKey.revision(SEARCH, 1));
    items.remove(ItemKey.revision(SEARCH, 2));
    items.remove(ItemKey.route("amazon.nova-pro-v1:0", SEARCH));
    items.remove(ItemKey.known(APPLICATION, SEARCH));

    assertNames(items, ItemKey.scope(APPLICATION));
  }

  @Test
  void aRemovedScopeItemIsReportedByItsResources() {
    items.remove(ItemKey.scope(SYSTEM));

    assertNames(items, ItemKey.scope(SYSTEM));
  }

  @Test
  void aScopeIsReportedByARouteAlone() {
    items.remove(ItemKey.scope(ELSEWHERE));

    assertNames(items, ItemKey.scope(ELSEWHERE));
  }

  @Test
  void aResourceWithoutHeadAndScopeItemIsReportedByItsChanges() {
    items.remove(ItemKey.scope(SYSTEM));
    items.remove(ItemKey.head(SYSTEM, LITE));
    items.remove(ItemKey.route("amazon.nova-lite-v1:0", LITE));

    assertNames(items, ItemKey.head(SYSTEM, LITE));
  }

  @Test
  void aHeadCopiedToAnotherResourceIsReported() {
    items.put(ItemKey.head(APPLICATION, CHAT), items.get(ItemKey.head(APPLICATION, SEARCH)));

    assertNames(items, ItemKey.head(APPLICATION, CHAT));
  }

  @Test
  void aHeadBesideATombstoneIsReported() {
    items.put(ItemKey.tombstone(APPLICATION, SEARCH), items.get(ItemKey.head(APPLICATION, SEARCH)));

    assertNames(items, ItemKey.tombstone(APPLICATION, SEARCH));
  }

  @Test
  void aPartitionMovedToAnotherScopeIsReported() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));
    var moved = new ItemKey("SCOPE#" + ELSEWHERE.key(), "HEAD#search");
    items.put(moved, ExampleHistory.copy().get(ItemKey.head(APPLICATION, SEARCH)));

    assertNames(items, moved, ItemKey.head(APPLICATION, SEARCH));
  }

  @Test
  void aFilterExcludesOtherScopes() {
    items.remove(ItemKey.head(APPLICATION, SEARCH));
    var elsewhere =
        new Filter(
            Set.of(), Set.of("444455556666"), Set.of(), Set.of(), Set.of(), Optional.empty());

    var verification = new Verifier(items.reader(), () -> ExampleHistory.END, elsewhere).run();

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.resources()).isEqualTo(1);
  }

  private static void assertNames(MemoryStore damaged, ItemKey... keys) {
    assertThat(TamperingTest.verify(damaged).findings()).extracting(Finding::item).contains(keys);
  }
}
