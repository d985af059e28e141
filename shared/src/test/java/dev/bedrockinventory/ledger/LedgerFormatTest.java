package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class LedgerFormatTest {
  private final LocalTable table = LocalTable.create();
  private final LedgerFormat format = new LedgerFormat(table.store());

  @Test
  void aNewTableStatesTheVersionOfTheProgramThatCreatedIt() {
    assertThat(table.reader().format().orElseThrow().intact()).contains(LedgerFormat.VERSION);
    assertThatCode(format::require).doesNotThrowAnyException();
  }

  @Test
  void aTableWithoutTheItemIsReadAndOnlyThePlannerWritesIt() {
    remove();

    format.require();
    assertThat(table.reader().format()).isEmpty();

    new LedgerFormat(table.store()).establish();
    assertThat(table.reader().format().flatMap(StoredItem::intact)).isEqualTo(Optional.of(1));
  }

  @Test
  void aNewerLedgerIsRefusedWithOneLineThatSaysWhatToUse() {
    put(AttributeValue.fromN("2"));

    for (var opening : new Runnable[] {format::require, format::establish}) {
      assertThatThrownBy(opening::run)
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageStartingWith("table '%s' in region us-east-1".formatted(table.name()))
          .hasMessageEndingWith(
              "its format has version 2, but this program supports up to version 1; use the"
                  + " version of Bedrock Inventory that wrote it, or a later one")
          .hasMessageNotContaining("\n");
    }
    assertThat(table.reader().format().flatMap(StoredItem::readable)).contains(2);
  }

  @Test
  void aVersionThatCannotBeReadIsRefusedAndTheMessageNamesTheItem() {
    put(AttributeValue.fromS("two"));

    assertThatThrownBy(format::require)
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("item 'LEDGER / FORMAT'")
        .hasMessageEndingWith("delete this item, and the next plan writes it again");
  }

  @Test
  void theTableIsReadOnceAndAgainAfterARefusal() {
    put(AttributeValue.fromN("2"));
    assertThatThrownBy(format::require).isInstanceOf(LedgerUnavailableException.class);
    remove();
    format.require();
    put(AttributeValue.fromN("2"));

    assertThatCode(format::require).doesNotThrowAnyException();
    assertThatCode(format::establish).doesNotThrowAnyException();
  }

  private void put(AttributeValue version) {
    table
        .client()
        .putItem(put ->
            put.tableName(table.name())
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("LEDGER"),
                        "sk", AttributeValue.fromS("FORMAT"),
                        "version", version)));
  }

  private void remove() {
    table
        .client()
        .deleteItem(delete -> delete.tableName(table.name()).key(ItemKey.format().attributes()));
  }
}
