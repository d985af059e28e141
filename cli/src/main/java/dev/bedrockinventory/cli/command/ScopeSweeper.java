package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.cli.aws.AccountAccess;
import dev.bedrockinventory.cli.aws.AwsAccess;
import dev.bedrockinventory.cli.aws.SourceClients;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.output.ProgressBar;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import dev.bedrockinventory.sweep.Sweep;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sweeps scopes in parallel. Those of one account and region share clients and a rate limit, and
 * the clients are closed when these scopes are swept: there may be thousands of them.
 *
 * @param open the ledger
 * @param kinds the kinds to sweep; empty for all
 */
record ScopeSweeper(AwsAccess access, OpenLedger open, Set<Kind> kinds, CliContext context) {
  /** One account and region. */
  record Place(AccountAccess.Granted account, String region) {}

  /**
   * The result of one scope.
   *
   * @param report absent if the ledger could not be reached
   * @param failure present if the ledger could not be reached
   */
  record Result(
      Scope scope, Optional<SweepReport> report, Optional<LedgerUnavailableException> failure) {}

  /** Sweeps the scopes of these places; the results are in the order of places and kinds. */
  List<Result> sweep(List<Place> places) {
    var selected =
        Arrays.stream(Kind.values())
            .filter(kind -> kinds.isEmpty() || kinds.contains(kind))
            .toList();
    try (var progress = new ProgressBar(context, "scopes", places.size() * selected.size())) {
      return Parallel.map(places, place -> sweep(place, selected, progress)).stream()
          .flatMap(List::stream)
          .toList();
    }
  }

  private List<Result> sweep(Place place, List<Kind> selected, ProgressBar progress) {
    try (var clients = access.clients(place.account(), place.region())) {
      return Parallel.map(
          selected,
          kind -> {
            var scope = new Scope(place.account().account(), place.region(), kind);
            var result = sweep(clients, scope);
            progress.step();
            return result;
          });
    }
  }

  private Result sweep(SourceClients clients, Scope scope) {
    try {
      var report =
          new Sweep(clients.source(), open.ledger(), context.clock())
              .run(scope, Optional.empty(), Deadline.NONE);
      return new Result(scope, Optional.of(report), Optional.empty());
    } catch (LedgerUnavailableException e) {
      return new Result(scope, Optional.empty(), Optional.of(e));
    }
  }
}
