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
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The ledger in a DynamoDB table; see docs/data-model.md. Not thread-safe: use one instance for
 * each sweep, or for refreshes in sequence.
 */
public final class DynamoLedger implements Ledger {
  /** The time until a sweep report expires. */
  public static final Duration REPORTS_ARE_KEPT = Duration.ofDays(90);

  private final TableClient requests;
  private final Backoff pause;

  /**
   * A ledger in this table.
   *
   * @param pause the wait before a transaction is retried after a conflict
   */
  public DynamoLedger(DynamoDbClient client, String table, Backoff pause) {
    this.requests = new TableClient(client, table, pause);
    this.pause = pause;
  }

  @Override
  public ScopeState scope(Scope scope) {
    return requests
        .find(ItemKey.scope(scope))
        .map(item -> new ScopeItem().read(item).value().state())
        .orElseGet(() -> ScopeState.unknown(scope));
  }

  @Override
  public SortedMap<Arn, Head> heads(Scope scope) {
    var heads = new TreeMap<Arn, Head>();
    requests
        .query(Queries.beginning(ItemKey.members(scope), ItemKey.HEAD_PREFIX))
        .map(item -> new HeadItem(scope).read(item).value())
        .forEach(head -> heads.put(head.arn(), head));
    return heads;
  }

  @Override
  public Map<Arn, Tombstone> tombstones(Scope scope, Collection<Arn> arns) {
    var tombstones = new TreeMap<Arn, Tombstone>();
    var keys = arns.stream().map(arn -> ItemKey.tombstone(scope, arn)).toList();
    requests.find(keys).stream()
        .map(item -> new ItemCodecs.TombstoneItem(scope).read(item).value())
        .forEach(gone -> tombstones.put(gone.last().arn(), gone));
    return tombstones;
  }

  @Override
  public List<List<ChangeSet>> batches(List<ChangeSet> changeSets) {
    return Batches.cut(changeSets);
  }

  @Override
  public Commit record(Scope scope, long generation, List<ChangeSet> batch) {
    return new TransactionCommitter(requests, pause)
        .commit(Transaction.of(scope, generation, batch));
  }

  @Override
  public void endObservation(ObservationSummary end) {
    if (!requests.update(ObservationUpdate.of(end))) {
      requests.update(ObservationUpdate.withoutDigest(end));
    }
  }

  @Override
  public void report(Collection<UnmodeledMember> drift, Instant seenAt) {
    drift.forEach(one ->
        requests.putNew(
            new ItemCodecs.UnmodeledMemberItem().encode(new UnmodeledMemberEntry(one, seenAt))));
  }

  @Override
  public void report(SweepReport report) {
    var entry = ReportEntry.of(report, report.startedAt().plus(REPORTS_ARE_KEPT));
    requests.put(new ReportItem(report.scope()).encode(entry));
  }

  @Override
  public Optional<Head> head(Scope scope, Arn arn) {
    return requests
        .find(ItemKey.head(scope, arn))
        .map(item -> new HeadItem(scope).read(item).value());
  }

  @Override
  public SortedMap<Arn, Tombstone> tombstones(Scope scope) {
    var tombstones = new TreeMap<Arn, Tombstone>();
    requests
        .query(Queries.beginning(ItemKey.members(scope), ItemKey.TOMBSTONE_PREFIX))
        .map(item -> new ItemCodecs.TombstoneItem(scope).read(item).value())
        .forEach(gone -> tombstones.put(gone.last().arn(), gone));
    return tombstones;
  }

  /** Stores it as {@link TextLimits} shortens it. */
  @Override
  public void save(Evidence evidence) {
    requests.putNew(new EvidenceItem().encode(TextLimits.of(evidence)));
  }

  @Override
  public SortedSet<Evidence> evidence(Arn arn) {
    return requests
        .query(Queries.evidence(arn))
        .map(item -> new EvidenceItem().read(item).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void savePendingJob(PendingJob job) {
    requests.put(new ItemCodecs.PendingJobItem().encode(TextLimits.of(job)));
  }

  @Override
  public List<PendingJob> pendingJobs() {
    return requests
        .query(Queries.partition(ItemKey.JOBS))
        .map(item -> new ItemCodecs.PendingJobItem().read(item).value())
        .toList();
  }

  @Override
  public void deletePendingJob(Arn job) {
    requests.delete(ItemKey.pendingJob(job));
  }

  @Override
  public Consumed consumed() {
    return requests.consumed();
  }
}
