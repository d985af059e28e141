package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store that sends everything to another one, for tests that count, change or fail requests. */
public abstract class DelegatingStore implements ItemStore {
  /** The store of this request; called once for each. */
  protected abstract ItemStore store();

  @Override
  public String name() {
    return store().name();
  }

  @Override
  public Optional<Map<String, AttributeValue>> find(ItemKey key) {
    return store().find(key);
  }

  @Override
  public List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
    return store().find(keys, attributes);
  }

  @Override
  public Stream<Map<String, AttributeValue>> query(Query query) {
    return store().query(query);
  }

  @Override
  public boolean write(ItemWrite write) {
    return store().write(write);
  }

  @Override
  public TransactionOutcome write(List<ItemWrite> writes, String token) {
    return store().write(writes, token);
  }

  @Override
  public Consumed consumed() {
    return store().consumed();
  }
}
