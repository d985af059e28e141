package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Drift;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.LookEnd;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The ledger in a DynamoDB table; see docs/data-model.md. Not thread-safe: one serves one sweep.
 */
public final class DynamoLedger implements Ledger {
  /** How long a sweep's report is kept. */
  public static final Duration REPORTS_ARE_KEPT = Duration.ofDays(90);

  private final Requests requests;
  private final Pause pause;

  /**
   * A ledger in this table.
   *
   * @param pause the rest before a transaction that ran into another one is sent again
   */
  public DynamoLedger(DynamoDbClient client, String table, Pause pause) {
    this.requests = new Requests(client, table, pause);
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
        .query(Queries.beginning(Keys.members(scope), Keys.HEAD_PREFIX))
        .map(item -> new HeadItem(scope).read(item).value())
        .forEach(head -> heads.put(head.arn(), head));
    return heads;
  }

  @Override
  public Map<Arn, Tombstone> tombstones(Scope scope, Collection<Arn> arns) {
    var tombstones = new TreeMap<Arn, Tombstone>();
    var keys = arns.stream().map(arn -> ItemKey.tombstone(scope, arn)).toList();
    requests.find(keys).stream()
        .map(item -> new TombstoneItem(scope).read(item).value())
        .forEach(gone -> tombstones.put(gone.last().arn(), gone));
    return tombstones;
  }

  @Override
  public List<List<Recording>> batches(List<Recording> recordings) {
    return Batches.cut(recordings);
  }

  @Override
  public Commit record(Scope scope, long generation, List<Recording> batch) {
    return new Committing(requests, pause).commit(Transaction.of(scope, generation, batch));
  }

  @Override
  public void endLook(LookEnd end) {
    if (!requests.update(LookUpdate.of(end))) {
      requests.update(LookUpdate.withoutDigest(end));
    }
  }

  @Override
  public void report(Collection<Drift> drift, Instant seenAt) {
    drift.forEach(one -> requests.putNew(new DriftItem().encode(new DriftEntry(one, seenAt))));
  }

  @Override
  public void report(SweepReport report) {
    var entry = ReportEntry.of(report, report.startedAt().plus(REPORTS_ARE_KEPT));
    requests.put(new ReportItem(report.scope()).encode(entry));
  }

  @Override
  public Consumed consumed() {
    return requests.consumed();
  }
}
