package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Items;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A ledger in memory with the same conditions as the real one, which fails as configured. Several
 * may share one store ({@link #another}), as concurrent sweeps do.
 */
public final class FakeLedger implements Ledger {
  /** The calls that can be counted and interrupted. */
  public enum Call {
    SCOPE,
    HEADS,
    TOMBSTONES,
    RECORD,
    END_LOOK,
    REPORT_DRIFT,
    REPORT_SWEEP,
    HEAD,
    SAVE,
    EVIDENCE,
    SAVE_JOB,
    PENDING_JOBS,
    DELETE_JOB
  }

  /** The outcome of a transaction. */
  public enum Fault {
    /** It is written as usual, if its conditions hold. */
    NONE,
    /** A condition fails, for any stored items. */
    LOST,
    /** No response; it is written, if its conditions hold. */
    UNKNOWN_WRITTEN,
    /** No response; it is never written. */
    UNKNOWN_NOT_WRITTEN,
    /** No response; it arrives when {@link #release} is called. */
    UNKNOWN_DELAYED,
    /** The store rejects it. */
    UNAVAILABLE
  }

  private final FakeTable table;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Map<Call, Deque<Runnable>> interruptions = new EnumMap<>(Call.class);
  private final List<FakeTable.Transaction> delayed = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Integer> backOffs = new ArrayList<>();
  private boolean reachable = true;
  private double read;
  private double written;
  private int evidenceRead;

  /** An empty ledger. */
  public FakeLedger() {
    this(new FakeTable());
  }

  private FakeLedger(FakeTable table) {
    this.table = table;
  }

  /** Another ledger on the same store, with its own calls, consumption and faults. */
  public FakeLedger another() {
    return new FakeLedger(table);
  }

  /** A ledger on a store of its own that begins with the same items. */
  public FakeLedger copy() {
    return new FakeLedger(table.copy());
  }

  /** The outcomes of the next transactions, in order; later ones succeed. */
  public void fail(Fault... next) {
    faults.addAll(List.of(next));
  }

  /**
   * Runs an action before the next call of this kind, which then continues unless the action
   * throws. Several actions run one after the other, one for each call.
   */
  public void before(Call call, Runnable happening) {
    interruptions.computeIfAbsent(call, any -> new ArrayDeque<>()).add(happening);
  }

  /** Whether calls reach the store; if not, each throws. */
  public void reachable(boolean now) {
    reachable = now;
  }

  /** Delivers the delayed transactions in order; returns how many were written. */
  public int release() {
    var arrived = List.copyOf(delayed);
    delayed.clear();
    var written = 0;
    for (var transaction : arrived) {
      if (table.lost(transaction).isEmpty()) {
        table.write(transaction);
        written++;
      }
    }
    return written;
  }

  /** Removes a head, as only an edit of the table by hand can. */
  public void loseHead(Arn arn) {
    table.heads.remove(arn);
  }

  /** Removes a scope item, as only an edit of the table by hand can. */
  public void loseScope(Scope scope) {
    table.scopes.remove(scope);
  }

  /** The calls of this ledger, in their order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The revisions of a resource, oldest first. */
  public List<Revision> revisions(Arn arn) {
    return table.history(arn);
  }

  /** All resources with a history, in ARN order. */
  public List<Arn> resources() {
    return List.copyOf(table.revisions.keySet());
  }

  /** All the routes, in the order of models and profiles. */
  public List<Route> routes() {
    return List.copyOf(table.routes.values());
  }

  /** All schema drift, in the order of its keys. */
  public List<UnmodeledMemberEntry> driftEntries() {
    return List.copyOf(table.drift.values());
  }

  /** The stored reports. */
  public List<SweepReport> reports() {
    return List.copyOf(table.reports);
  }

  /** The scope's item. */
  public ScopeEntry entry(Scope scope) {
    return table.scopes.getOrDefault(
        scope, new ScopeEntry(ScopeState.unknown(scope), Optional.empty(), Optional.empty()));
  }

  @Override
  public ScopeState scope(Scope scope) {
    begin(Call.SCOPE);
    read++;
    return table.state(scope);
  }

  @Override
  public Items<Head> heads(Scope scope) {
    begin(Call.HEADS);
    var found = table.headsOf(scope);
    var bytes = found.values().stream().mapToInt(head -> head.document().json().length()).sum();
    read += Math.ceilDiv(Math.max(1, bytes), 4096);
    return items(found, table.damagedHeads);
  }

  @Override
  public Items<Head> heads(Scope scope, Collection<String> ids) {
    begin(Call.HEAD);
    read += ids.size();
    return items(among(ids, table.headsOf(scope)), table.damagedHeads);
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope) {
    begin(Call.TOMBSTONES);
    var found = table.tombstonesOf(scope);
    read += Math.max(1, found.size());
    return new Items<>(found, new TreeMap<>());
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope, Collection<String> ids) {
    begin(Call.TOMBSTONES);
    read += ids.size();
    return new Items<>(among(ids, table.tombstonesOf(scope)), new TreeMap<>());
  }

  private static <T> SortedMap<Arn, T> among(Collection<String> ids, SortedMap<Arn, T> found) {
    found.keySet().removeIf(arn -> !ids.contains(arn.id()));
    return found;
  }

  /** Damaged items of other scopes are not in the maps of these. */
  private static Items<Head> items(Map<Arn, Head> found, Set<Arn> damagedHeads) {
    var damaged = new TreeMap<String, String>();
    damagedHeads.stream()
        .filter(found::containsKey)
        .forEach(arn -> damaged.put(arn.id(), "the head of %s is damaged".formatted(arn)));
    found.keySet().removeAll(damagedHeads);
    return new Items<>(new TreeMap<>(found), damaged);
  }

  @Override
  public List<List<ChangeSet>> batches(List<ChangeSet> changeSets) {
    return FakeBatches.cut(changeSets);
  }

  @Override
  public Commit record(ScopeState state, List<ChangeSet> batch) {
    begin(Call.RECORD);
    var transaction = new FakeTable.Transaction(state, List.copyOf(batch));
    return switch (faults.isEmpty() ? Fault.NONE : faults.remove()) {
      case NONE -> write(transaction);
      case LOST -> new Commit.Lost("set to lose", Set.of());
      case UNKNOWN_WRITTEN -> {
        write(transaction);
        yield new Commit.Unknown("set not to respond");
      }
      case UNKNOWN_NOT_WRITTEN -> new Commit.Unknown("set not to respond");
      case UNKNOWN_DELAYED -> {
        delayed.add(transaction);
        yield new Commit.Unknown("set to respond late");
      }
      case UNAVAILABLE -> throw unavailable();
    };
  }

  private Commit write(FakeTable.Transaction transaction) {
    var lost = table.lost(transaction);
    if (lost.isPresent()) {
      return lost.get();
    }
    written += 2 + 2 * transaction.batch().stream().mapToInt(FakeBatches::items).sum();
    return new Commit.Recorded(table.write(transaction));
  }

  @Override
  public void endObservation(ObservationSummary end) {
    begin(Call.END_LOOK);
    written++;
    table.write(end);
  }

  @Override
  public void report(Collection<UnmodeledMember> drift, Instant seenAt) {
    begin(Call.REPORT_DRIFT);
    written += drift.size();
    drift.forEach(one -> table.drift.putIfAbsent(one.key(), new UnmodeledMemberEntry(one, seenAt)));
  }

  @Override
  public void report(SweepReport report) {
    begin(Call.REPORT_SWEEP);
    written++;
    table.reports.add(report);
  }

  @Override
  public void backOff(int retry) {
    backOffs.add(retry);
  }

  /** The retries before which was waited, in order. */
  public List<Integer> backOffs() {
    return List.copyOf(backOffs);
  }

  /** How much evidence was read. */
  public int evidenceRead() {
    return evidenceRead;
  }

  /** Damages a head, as only an edit of the table by hand can. */
  public void damageHead(Arn arn) {
    table.damagedHeads.add(arn);
  }

  @Override
  public List<UnmodeledMember> unmodeledMembers() {
    return table.drift.values().stream().map(UnmodeledMemberEntry::member).toList();
  }

  @Override
  public void save(Evidence evidence) {
    begin(Call.SAVE);
    written++;
    table.evidence.add(evidence);
  }

  @Override
  public Stream<Evidence> newestEvidence(Arn arn) {
    begin(Call.EVIDENCE);
    read++;
    return table.evidence.stream()
        .filter(one -> one.arn().equals(arn))
        .sorted(Comparator.reverseOrder())
        .peek(_ -> evidenceRead++);
  }

  @Override
  public void savePendingJob(PendingJob job) {
    begin(Call.SAVE_JOB);
    written++;
    table.jobs.put(job.job(), job);
  }

  @Override
  public List<PendingJob> pendingJobs() {
    begin(Call.PENDING_JOBS);
    read++;
    return List.copyOf(table.jobs.values());
  }

  @Override
  public void deletePendingJob(Arn job) {
    begin(Call.DELETE_JOB);
    written++;
    table.jobs.remove(job);
  }

  @Override
  public Consumed consumed() {
    return new Consumed(read, written);
  }

  private void begin(Call call) {
    calls.add(call);
    var happening = interruptions.getOrDefault(call, new ArrayDeque<>()).poll();
    if (happening != null) {
      happening.run();
    }
    if (!reachable) {
      throw unavailable();
    }
  }

  private static LedgerUnavailableException unavailable() {
    return new LedgerUnavailableException(
        "the ledger was set to be unavailable", new IllegalStateException("set so"));
  }
}
