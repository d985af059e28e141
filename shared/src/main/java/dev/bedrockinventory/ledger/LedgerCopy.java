package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Copies a ledger from one store to another, as it is: damaged items too. It reads what queries
 * reach, so that no Scan is needed: all items except evidence of what no other item names, and
 * routes to a model that no live profile reaches. What is written meanwhile may be missing.
 */
public final class LedgerCopy {
  /** The most items of one transaction. */
  private static final int BATCH = 100;

  private static final List<String> PARTITIONS =
      List.of(
          ItemKey.LEDGER,
          ItemKey.SCOPES,
          ItemKey.UNMODELED_MEMBERS,
          ItemKey.JOBS,
          ItemKey.ACCOUNT_LISTS,
          ItemKey.HEARTBEATS,
          ItemKey.ATTEMPTS,
          ItemKey.REFUSALS,
          ItemKey.COPIES);

  private final ItemStore from;
  private final ItemStore to;
  private final Set<String> next = new TreeSet<>(PARTITIONS);
  private final Set<String> read = new HashSet<>();

  private final Runnable step;

  private LedgerCopy(ItemStore from, ItemStore to, Runnable step) {
    this.from = from;
    this.to = to;
    this.step = step;
  }

  /**
   * Copies all items into another store, in place of those with the same keys.
   *
   * @throws LedgerUnavailableException if a store cannot be read or written
   */
  public static void of(ItemStore from, ItemStore to) {
    of(from, to, () -> {});
  }

  /**
   * The same, with a call for each item that is read.
   *
   * @throws LedgerUnavailableException if a store cannot be read or written
   */
  public static void of(ItemStore from, ItemStore to, Runnable step) {
    var copy = new LedgerCopy(from, to, step);
    while (!copy.next.isEmpty()) {
      var partitions = List.copyOf(copy.next);
      copy.next.clear();
      copy.read.addAll(partitions);
      partitions.forEach(copy::partition);
    }
  }

  private void partition(String pk) {
    var batch = new ArrayList<ItemWrite>();
    from.query(Query.partition(pk))
        .forEach(item -> {
          step.run();
          follow(item);
          batch.add(new ItemWrite.PutItem(item, Condition.NONE));
          if (batch.size() == BATCH) {
            write(batch);
          }
        });
    write(batch);
  }

  /** Finds the partitions that the item leads to. */
  private void follow(Map<String, AttributeValue> item) {
    new ItemReader(item)
        .key()
        .findScope()
        .ifPresent(scope -> {
          add(ItemKey.members(scope));
          add(ItemKey.reports(scope));
        });
    Optional.ofNullable(item.get(TableLayout.ARN))
        .flatMap(arn -> Optional.ofNullable(arn.s()))
        .flatMap(Arn::find)
        .ifPresent(arn -> follow(arn, item));
  }

  private void follow(Arn arn, Map<String, AttributeValue> item) {
    add(ItemKey.history(arn));
    arn.scope()
        .map(HeadItem::new)
        .flatMap(codec -> codec.read(item).readable())
        .ifPresent(head ->
            Route.of(arn, head.document()).forEach(route -> add(ItemKey.routes(route.modelId()))));
  }

  private void add(String pk) {
    if (!read.contains(pk)) {
      next.add(pk);
    }
  }

  private void write(List<ItemWrite> batch) {
    if (!batch.isEmpty()) {
      var outcome = to.write(List.copyOf(batch), UUID.randomUUID().toString());
      if (!(outcome instanceof TransactionOutcome.Written)) {
        throw new LedgerUnavailableException(
            "%s: the copy could not be written; repeat it".formatted(to.name()),
            new IllegalStateException(outcome.toString()));
      }
      batch.clear();
    }
  }
}
