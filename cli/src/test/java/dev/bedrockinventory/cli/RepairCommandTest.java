package dev.bedrockinventory.cli;

import static dev.bedrockinventory.cli.FilledTable.CHECKOUT;
import static dev.bedrockinventory.cli.FilledTable.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Damaged items are rebuilt, and what cannot be rebuilt is named. */
final class RepairCommandTest {
  private static final Scope SCOPE = CHECKOUT.scope().orElseThrow();
  private static final ItemKey HEAD = ItemKey.head(SCOPE, CHECKOUT);

  @Test
  void aDryRunPrintsWhatItWouldRepairAndARunRepairsIt() {
    FilledTable.create("repair");
    damage("repair", HEAD);

    var dry = Run.on("repair", "repair", "--dry-run");
    assertThat(dry.lines().getFirst()).startsWith("WOULD REPAIR  " + HEAD);
    assertThat(dry.lines().getLast()).isEqualTo("1 item would be repaired, 0 problems left");
    assertThat(dry.exitCode()).isZero();
    assertThat(Run.on("repair", "verify").exitCode()).isEqualTo(4);

    var run = Run.on("repair", "repair");
    assertThat(run.lines().getFirst()).startsWith("REPAIRED  " + HEAD);
    assertThat(run.lines().getLast()).isEqualTo("1 item repaired, 0 problems left");
    assertThat(run.exitCode()).isZero();
    assertThat(Run.on("repair", "verify").exitCode()).isZero();
  }

  @Test
  void aDamagedRevisionIsNamedAndTheExitCodeIsFour() {
    FilledTable.create("unrepairable");
    damage("unrepairable", ItemKey.revision(CHECKOUT, 2));

    var run = Run.on("unrepairable", "repair");

    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("BROKEN  " + ItemKey.revision(CHECKOUT, 2)));
    assertThat(run.lines().getLast()).isEqualTo("0 items repaired, 2 problems left");
    assertThat(run.exitCode()).isEqualTo(4);
  }

  @Test
  void bothAreOneJsonValue() {
    FilledTable.create("repair-json");
    damage("repair-json", HEAD);
    damage("repair-json", ItemKey.tombstone(SCOPE, SEARCH));

    var run = Run.on("repair-json", "repair", "--dry-run", "-o", "jsonl");

    assertThat(run.lines())
        .singleElement()
        .asString()
        .contains("{\"pk\":\"%s\",\"sk\":\"%s\",\"how\":".formatted(HEAD.pk(), HEAD.sk()))
        .contains("\"sk\":\"GONE#" + SEARCH.id())
        .endsWith("\"unrepaired\":[]}");
  }

  private static void damage(String table, ItemKey key) {
    FilledTable.CLIENT.updateItem(update ->
        update
            .tableName(table)
            .key(Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk())))
            .updateExpression("SET document = :d")
            .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("{}"))));
  }
}
