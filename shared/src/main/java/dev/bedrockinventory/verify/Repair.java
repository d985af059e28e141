package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Filter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rebuilds heads, tombstones, known marks, routes and scope items from the chains of revisions,
 * which are the authority. A resource whose chain is damaged is left as it is. It can run while
 * sweeps record. Not thread-safe.
 */
public final class Repair {
  private static final int ROUNDS = 5;

  private final LedgerReader reader;
  private final RepairWriter writer;
  private final InstantSource clock;

  /** Creates a repair of the ledger that the reader reads and the writer writes. */
  public Repair(LedgerReader reader, RepairWriter writer, InstantSource clock) {
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * What a repair may do.
   *
   * @param dryRun whether nothing is written
   * @param recount whether a scope that counts more revisions than its chains have is corrected:
   *     the count is the only trace of resources that were removed with their history
   */
  public record Mode(boolean dryRun, boolean recount) {}

  /**
   * Repairs the scopes that the filter admits; conditions on documents are ignored.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached;
   *     what was written until then remains, and is consistent
   */
  public RepairResult run(Filter filter, Mode mode) {
    Set<RepairResult.Repaired> repaired = new LinkedHashSet<>();
    List<Finding> unrepaired = new ArrayList<>();
    for (var scope : new TreeSet<>(reader.knownScopes().filter(filter::admits).toList())) {
      unrepaired.addAll(run(scope, mode, repaired));
    }
    return new RepairResult(List.copyOf(repaired), unrepaired);
  }

  /** Repeats while other writers change the scope; returns what cannot be repaired. */
  private List<Finding> run(Scope scope, Mode mode, Set<RepairResult.Repaired> repaired) {
    for (var round = 0; round < ROUNDS; round++) {
      var attempt = new ScopeRepair(reader, scope, mode, clock.instant());
      var plan = attempt.plan();
      repaired.addAll(plan);
      if (plan.isEmpty() || mode.dryRun() || attempt.write(writer)) {
        return attempt.unrepaired();
      }
    }
    return List.of(
        new Finding(
            ItemKey.scope(scope), "other writers changed it at the same time; repair it again"));
  }
}
