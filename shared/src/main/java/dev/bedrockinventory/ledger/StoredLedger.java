package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.DamagedScopeException;
import dev.bedrockinventory.sweep.Items;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The ledger in a store; see docs/data-model.md. Not thread-safe: use one instance for each sweep,
 * or for refreshes in sequence.
 */
public final class StoredLedger implements Ledger {
  /** The time until a sweep report expires. */
  public static final Duration REPORTS_ARE_KEPT = Duration.ofDays(90);

  private final ItemStore store;
  private final Backoff pause;

  /**
   * A ledger in this store.
   *
   * @param pause the wait before a transaction is retried after a conflict
   */
  public StoredLedger(ItemStore store, Backoff pause) {
    this.store = store;
    this.pause = pause;
  }

  @Override
  public ScopeState scope(Scope scope) {
    return store
        .find(ItemKey.scope(scope))
        .map(new ScopeItem()::read)
        .map(StoredLedger::intact)
        .orElseGet(() -> ScopeState.unknown(scope));
  }

  private static ScopeState intact(StoredItem<ScopeEntry> item) {
    return item.intact()
        .map(ScopeEntry::state)
        .orElseThrow(() -> new DamagedScopeException(item.problem()));
  }

  @Override
  public Items<Head> heads(Scope scope) {
    return items(new HeadItem(scope), members(scope, ItemKey.HEAD_PREFIX), Head::arn);
  }

  @Override
  public Items<Head> heads(Scope scope, Collection<String> ids) {
    return items(new HeadItem(scope), found(ids, id -> ItemKey.head(scope, id)), Head::arn);
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope) {
    return items(
        new ItemCodecs.TombstoneItem(scope),
        members(scope, ItemKey.TOMBSTONE_PREFIX),
        gone -> gone.last().arn());
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope, Collection<String> ids) {
    return items(
        new ItemCodecs.TombstoneItem(scope),
        found(ids, id -> ItemKey.tombstone(scope, id)),
        gone -> gone.last().arn());
  }

  private Stream<Map<String, AttributeValue>> members(Scope scope, String prefix) {
    return store.query(Query.beginning(ItemKey.members(scope), prefix));
  }

  private Stream<Map<String, AttributeValue>> found(
      Collection<String> ids, Function<String, ItemKey> key) {
    return store.find(ids.stream().map(key).toList()).stream();
  }

  private static <T> Items<T> items(
      Codec<T> codec, Stream<Map<String, AttributeValue>> items, Function<T, Arn> arn) {
    var intact = new TreeMap<Arn, T>();
    var damaged = new TreeMap<String, String>();
    items
        .map(codec::read)
        .forEach(item ->
            item.intact()
                .ifPresentOrElse(
                    value -> intact.put(arn.apply(value), value),
                    () -> damaged.put(item.key().resourceId(), item.problem())));
    return new Items<>(intact, damaged);
  }

  @Override
  public List<List<ChangeSet>> batches(List<ChangeSet> changeSets) {
    return Batches.cut(changeSets);
  }

  @Override
  public Commit record(ScopeState state, List<ChangeSet> batch) {
    return new TransactionCommitter(store, pause).commit(Transaction.of(state, batch));
  }

  @Override
  public void backOff(int retry) {
    pause.before(retry);
  }

  @Override
  public void endObservation(ObservationSummary end) {
    if (!store.write(ObservationUpdate.of(end))) {
      store.write(ObservationUpdate.withoutDigest(end));
    }
  }

  @Override
  public void report(Collection<UnmodeledMember> drift, Instant seenAt) {
    drift.forEach(one ->
        putNew(new ItemCodecs.UnmodeledMemberItem().encode(new UnmodeledMemberEntry(one, seenAt))));
  }

  @Override
  public void report(SweepReport report) {
    var entry = ReportEntry.of(report, report.startedAt().plus(REPORTS_ARE_KEPT));
    put(new ReportItem(report.scope()).encode(entry));
  }

  @Override
  public List<UnmodeledMember> unmodeledMembers() {
    return store
        .query(Query.partition(ItemKey.UNMODELED_MEMBERS))
        .map(new ItemCodecs.UnmodeledMemberItem()::read)
        .flatMap(item -> item.intact().stream())
        .map(UnmodeledMemberEntry::member)
        .toList();
  }

  private void put(Map<String, AttributeValue> item) {
    store.write(new ItemWrite.PutItem(item, Condition.NONE));
  }

  private void putNew(Map<String, AttributeValue> item) {
    store.write(new ItemWrite.PutItem(item, Condition.NEW));
  }

  /**
   * Stores it as {@link TextLimits} shortens it; of refused calls the first of each principal and
   * day, see {@link RefusalCount}.
   */
  @Override
  public void save(Evidence evidence) {
    var stored = TextLimits.of(evidence);
    // How an import ended is the answer to its job, however often its caller was refused.
    if (!stored.isSuccessful() && stored.arn().scope().isPresent()) {
      new RefusedCallWriter(store, pause).save(stored);
      return;
    }
    // First, so that a repeated message completes both.
    if (!stored.isSuccessful()) {
      put(new ItemCodecs.AttemptItem().encode(stored));
    } else if (isCopy(stored)) {
      put(new ItemCodecs.CopyItem().encode(stored));
    }
    putNew(new EvidenceItem().encode(stored));
  }

  /** Whether it created a resource from another one of the inventory; a model is none. */
  private static boolean isCopy(Evidence evidence) {
    return evidence.isCreation()
        && evidence.copiedFrom().flatMap(Arn::find).flatMap(Arn::scope).isPresent();
  }

  @Override
  public Stream<Evidence> newestEvidence(Arn arn) {
    return store
        .query(Query.newestEvidence(arn))
        .map(new EvidenceItem()::read)
        .flatMap(item -> item.intact().stream());
  }

  @Override
  public void savePendingJob(PendingJob job) {
    put(new ItemCodecs.PendingJobItem().encode(TextLimits.of(job)));
  }

  @Override
  public List<PendingJob> pendingJobs() {
    return store
        .query(Query.partition(ItemKey.JOBS))
        .map(new ItemCodecs.PendingJobItem()::read)
        .flatMap(item -> item.intact().stream())
        .toList();
  }

  @Override
  public void deletePendingJob(Arn job) {
    store.write(new ItemWrite.DeleteItem(ItemKey.pendingJob(job), Condition.NONE));
  }

  @Override
  public Consumed consumed() {
    return store.consumed();
  }
}
