package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.CopiedTable;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.sweep.ObservationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A repair rebuilds from the chains all that verification finds in the other items. */
final class RepairTest {
  private static final Repair.Mode DRY = new Repair.Mode(true, false);
  private static final Repair.Mode REAL = new Repair.Mode(false, false);

  private final LocalTable table = LocalTable.create();
  private final LedgerReader reader =
      new LedgerReader(new DynamoStore(table.client(), table.name()));

  RepairTest() {
    ExampleHistory.fill(table);
  }

  @AfterEach
  void drop() {
    table.drop();
  }

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
      var copy = CopiedTable.of(table);
      for (var item : items) {
        var key = CopiedTable.key(item);
        attribute(item, round)
            .ifPresent(name -> {
              copy.set(key, name, AttributeValue.fromS("forged"));
              damaged.add(key);
            });
      }
      copy.writeTo(table);
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
        all().stream().filter(item -> CopiedTable.key(item).sk().startsWith(prefix)).toList();
    removed.forEach(this::delete);

    var result = repair(REAL);

    assertThat(result.repaired())
        .extracting(RepairResult.Repaired::item)
        .containsAll(removed.stream().map(CopiedTable::key).toList());
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
    var before = CopiedTable.of(table).get(head);
    delete(CopiedTable.of(table).get(last));

    var result = repair(REAL);

    assertThat(result.unrepaired()).extracting(Finding::item).contains(last);
    assertThat(CopiedTable.of(table).get(head)).isEqualTo(before);
  }

  @Test
  void aScopeItemThatASweepCreatedAgainGetsItsFirstListingBack() {
    var scope = ItemKey.scope(ExampleHistory.APPLICATION);
    delete(CopiedTable.of(table).get(scope));
    var ledger = new StoredLedger(new DynamoStore(table.client(), table.name()), _ -> {});
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
    for (var item : CopiedTable.of(table).all()) {
      var key = CopiedTable.key(item);
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
    table
        .client()
        .updateItem(update ->
            update
                .tableName(table.name())
                .key(attributes(key))
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  private void delete(Map<String, AttributeValue> item) {
    table
        .client()
        .deleteItem(gone -> gone.tableName(table.name()).key(attributes(CopiedTable.key(item))));
  }

  private static Map<String, AttributeValue> attributes(ItemKey key) {
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }

  private RepairResult repair(Repair.Mode mode) {
    return new Repair(
            reader,
            new RepairWriter(new DynamoStore(table.client(), table.name())),
            () -> ExampleHistory.END)
        .run(Filter.ALL, mode);
  }

  private List<Finding> verify() {
    var reader = CopiedTable.of(table).reader();
    return new Verifier(reader, () -> ExampleHistory.END, Filter.ALL).run().findings();
  }
}
