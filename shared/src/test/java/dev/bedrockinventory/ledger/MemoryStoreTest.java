package dev.bedrockinventory.ledger;

/** The store of tests in memory fulfils the contract of stores. */
final class MemoryStoreTest extends StoreContract {
  private final MemoryStore store = ITEMS.copy();

  @Override
  ItemStore store() {
    return store;
  }
}
