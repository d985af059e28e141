package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A repair rebuilds from the chains all that verification finds in the other items. */
final class RepairTest {
  private static final Repair.Mode DRY = new Repair.Mode(true, false);
  private static final Repair.Mode REAL = new Repair.Mode(false, false);

  private final MemoryStore table = ExampleHistory.copy();

  @Test
  void anIntactLedgerNeedsNoRepair() {
    var result = repair(REAL);

    assertThat(result.repaired()).isEmpty();
    assertThat(result.unrepaired()).isEmpty();
  }

  @Test
  void everyDamagedHeadTombstoneMarkRouteAndScopeItemIsRebuilt() {
    var items = all();
    var rounds = items.stream().mapToInt(Map::size).max().orElseThrow();
    for (var round = 0; round < rounds; round++) {
      var damaged = new ArrayList<ItemKey>();
      for (var item : items) {
        var key = MemoryStore.key(item);
        attribute(item, round)
            .ifPresent(name -> {
              table.set(key, name, AttributeValue.fromS("forged"));
              damaged.add(key);
            });
      }
      assertThat(verify()).extracting(Finding::item).containsAll(damaged);

      var result = repair(REAL);

      assertThat(result.unrepaired()).as("round %d", round).isEmpty();
      assertThat(verify()).as("round %d", round).isEmpty();
    }
  }

  /**
   * The attribute to damage in a round. Marks and routes, which have one, have their turn when the
   * heads remain readable.
   */
  private static Optional<String> attribute(Map<String, AttributeValue> item, int round) {
    var hasOne = item.size() == 3;
    if (hasOne && round != 1) {
      return Optional.empty();
    }
    return item.keySet().stream()
        .filter(name -> !List.of("pk", "sk", "digest").contains(name))
        .sorted()
        .skip(hasOne ? 0 : round)
        .findFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD#", "GONE#", "KNOWN#", "arn:"})
  void everyRemovedHeadTombstoneMarkAndRouteIsRestored(String prefix) {
    var removed =
        all().stream().filter(item -> MemoryStore.key(item).sk().startsWith(prefix)).toList();
    removed.forEach(item -> table.remove(MemoryStore.key(item)));

    var result = repair(REAL);

    assertThat(result.repaired())
        .extracting(RepairResult.Repaired::item)
        .containsAll(removed.stream().map(MemoryStore::key).toList());
    assertThat(verify()).isEmpty();
  }

  @Test
  void aDryRunSaysWhatItWouldRepairAndWritesNothing() {
    var head = ItemKey.head(ExampleHistory.APPLICATION, ExampleHistory.SEARCH);
    edit(head, "document", "{}");
    var before = all();

    var result = repair(DRY);

    assertThat(result.repaired()).extracting(RepairResult.Repaired::item).containsExactly(head);
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aDamagedChainIsNamedAndItsHeadLeftAsItIs() {
    edit(ItemKey.revision(ExampleHistory.SEARCH, 2), "document", "{}");
    var head = ItemKey.head(ExampleHistory.APPLICATION, ExampleHistory.SEARCH);
    edit(head, "changedAt", "2026-11-01T00:00:00.000Z");

    var result = repair(REAL);

    assertThat(result.unrepaired())
        .extracting(Finding::item)
        .contains(ItemKey.revision(ExampleHistory.SEARCH, 2));
    assertThat(result.repaired()).extracting(RepairResult.Repaired::item).doesNotContain(head);
  }

  @Test
  void aHeadWhoseLastRevisionWasRemovedIsLeftAsTheProofOfIt() {
    var head = ItemKey.head(ExampleHistory.APPLICATION, ExampleHistory.SEARCH);
    var last = ItemKey.revision(ExampleHistory.SEARCH, 2);
    var before = table.get(head);
    table.remove(last);

    var result = repair(REAL);

    assertThat(result.unrepaired()).extracting(Finding::item).contains(last);
    assertThat(table.get(head)).isEqualTo(before);
  }

  @Test
  void aScopeItemThatASweepCreatedAgainGetsItsFirstListingBack() {
    var scope = ItemKey.scope(ExampleHistory.APPLICATION);
    table.remove(scope);
    var ledger = table.ledger();
    ledger.endObservation(
        new ObservationSummary(
            ExampleHistory.APPLICATION,
            ExampleHistory.END,
            ExampleHistory.END,
            Outcome.PARTIAL,
            Optional.of(Reason.UNAVAILABLE),
            false,
            0,
            1,
            0,
            1,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()));

    repair(REAL);

    assertThat(ledger.scope(ExampleHistory.APPLICATION).firstListingAt()).isPresent();
    assertThat(verify()).isEmpty();
  }

  @Test
  void aHistoryThatWasRemovedIsNotCountedAwayUnlessItIsAskedFor() {
    edit(ItemKey.scope(ExampleHistory.APPLICATION), "revisions", AttributeValue.fromN("99"));

    assertThat(repair(REAL).unrepaired())
        .singleElement()
        .satisfies(left -> assertThat(left.problem()).contains("counts 99", "--recount"));
    assertThat(repair(new Repair.Mode(false, true)).unrepaired()).isEmpty();
    assertThat(verify()).isEmpty();
  }

  /** The items that a repair rebuilds. */
  private List<Map<String, AttributeValue>> all() {
    var items = new ArrayList<Map<String, AttributeValue>>();
    for (var item : table.all()) {
      var key = MemoryStore.key(item);
      if (key.pk().equals("SCOPES")
          || key.pk().startsWith("SCOPE#")
          || key.pk().startsWith("MODEL#")) {
        items.add(item);
      }
    }
    return items;
  }

  private void edit(ItemKey key, String name, String value) {
    edit(key, name, AttributeValue.fromS(value));
  }

  private void edit(ItemKey key, String name, AttributeValue value) {
    table.set(key, name, value);
  }

  private RepairResult repair(Repair.Mode mode) {
    return new Repair(table.reader(), new RepairWriter(table), () -> ExampleHistory.END)
        .run(Filter.ALL, mode);
  }

  private List<Finding> verify() {
    return new Verifier(table.reader(), () -> ExampleHistory.END, Filter.ALL).run().findings();
  }
}
