package dev.bedrockinventory.functions;

import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.Sweep;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out tasks, each with its own source and ledger. */
final class Sweeper {
  private final SourceFactory sources;
  private final Supplier<Ledger> ledgers;
  private final InstantSource clock;

  Sweeper(SourceFactory sources, Supplier<Ledger> ledgers, InstantSource clock) {
    this.sources = sources;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /**
   * Carries out one task.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  SweepReport sweep(SweepTask task) {
    return new Sweep(sources.source(task.scope(), task.roleName()), ledgers.get(), clock)
        .run(task.scope(), Optional.of(task.plannedAt()));
  }
}
