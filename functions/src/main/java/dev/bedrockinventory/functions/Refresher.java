package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Target;
import dev.bedrockinventory.sweep.ImportWatch;
import dev.bedrockinventory.sweep.Journal;
import dev.bedrockinventory.sweep.Reaction;
import dev.bedrockinventory.sweep.Refreshed;
import dev.bedrockinventory.sweep.Source;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what messages of the event queue ask for, in accounts that are targets. */
final class Refresher {
  private final TargetParameters parameters;
  private final Sources sources;
  private final Supplier<Journal> journals;
  private final InstantSource clock;

  Refresher(
      TargetParameters parameters,
      Sources sources,
      Supplier<Journal> journals,
      InstantSource clock) {
    this.parameters = parameters;
    this.sources = sources;
    this.journals = journals;
    this.clock = clock;
  }

  /**
   * Does one task.
   *
   * @return what became of each resource that was refreshed
   * @throws NoTargetException if the account and region are no target; then nothing is kept
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  List<Refreshed> run(RefreshTask task) {
    return switch (task) {
      case RefreshTask.Nothing _ -> List.of();
      case RefreshTask.React(var call) -> {
        var source = source(target(call.account(), call.region()));
        var journal = journals.get();
        var imports = new ImportWatch(source, journal, clock);
        yield new Reaction(source, journal, imports).run(call);
      }
      case RefreshTask.Poll(var job) -> poll(job).stream().toList();
    };
  }

  /** A job that ended while its poll was under way is no longer pending: nothing is left to do. */
  private Optional<Refreshed> poll(Arn job) {
    var journal = journals.get();
    var imports = new ImportWatch(source(target(job.account(), job.region())), journal, clock);
    return journal.pendingJobs().stream()
        .filter(pending -> pending.job().equals(job))
        .findFirst()
        .flatMap(imports::poll);
  }

  private Function<Scope, Source> source(Target target) {
    return scope -> sources.source(scope, target.roleName());
  }

  private Target target(String account, String region) {
    return parameters.read().targets().stream()
        .filter(target -> target.account().equals(account) && target.regions().contains(region))
        .findFirst()
        .orElseThrow(() -> new NoTargetException(account, region));
  }
}
