package dev.bedrockinventory.functions;

import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.Sweep;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out tasks, each with its own source and ledger. */
final class Sweeper {
  private static final Duration FOR_THE_REPORT = Duration.ofSeconds(20);

  private final SourceFactory sources;
  private final Supplier<Ledger> ledgers;
  private final InstantSource clock;

  Sweeper(SourceFactory sources, Supplier<Ledger> ledgers, InstantSource clock) {
    this.sources = sources;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** The deadline of sweeps that have this long; the last seconds are left for the report. */
  Deadline deadline(Duration remaining) {
    return Deadline.before(clock, remaining, FOR_THE_REPORT);
  }

  /**
   * Carries out one task.
   *
   * @param deadline when no further call may begin
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  SweepReport sweep(SweepTask task, Deadline deadline) {
    return new Sweep(sources.source(task.scope(), task.roleName()), ledgers.get(), clock)
        .run(task.scope(), Optional.of(task.plannedAt()), deadline);
  }
}
