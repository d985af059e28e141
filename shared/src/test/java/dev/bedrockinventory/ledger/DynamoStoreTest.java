package dev.bedrockinventory.ledger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A table on DynamoDB Local fulfils the contract of stores. */
final class DynamoStoreTest extends StoreContract {
  private static final LocalTable TABLE = LocalTable.create();

  @BeforeAll
  static void fill() {
    ITEMS.writeTo(TABLE.store());
  }

  @AfterEach
  void deleteTheItemsOfTheTest() {
    MemoryStore.of(TABLE).all().stream()
        .map(MemoryStore::key)
        .filter(key -> ITEMS.find(key).isEmpty())
        .forEach(key -> store().write(new ItemWrite.DeleteItem(key, Condition.NONE)));
  }

  @AfterAll
  static void drop() {
    TABLE.drop();
  }

  @Override
  ItemStore store() {
    return TABLE.store();
  }
}
