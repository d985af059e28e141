package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.normalize.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the inventory does about a call that it hears of: keeps the evidence, then refreshes the
 * resource, or awaits the end of an import. Serves one thread.
 */
public final class Reaction {
  private final Function<Scope, Source> sources;
  private final Journal journal;
  private final ImportWatch imports;

  /** A reaction that looks through the scopes' sources and records in the journal. */
  public Reaction(Function<Scope, Source> sources, Journal journal, ImportWatch imports) {
    this.sources = sources;
    this.journal = journal;
    this.imports = imports;
  }

  /**
   * Reacts to one call. A name or id that fits no resource, or several, and a resource of another
   * account than the call's are left to the next sweep. A refused call is kept, and nothing is
   * refreshed.
   *
   * @return what became of each resource that was refreshed, in the order of the call's resources
   * @throws LedgerUnavailableException if the ledger cannot be read or written
   */
  public List<Refreshed> run(Call call) {
    var results = new ArrayList<Refreshed>();
    for (var resource : call.resources().entrySet()) {
      resolve(call, resource.getKey())
          .flatMap(arn -> react(call, arn, resource.getValue()))
          .ifPresent(results::add);
    }
    return results;
  }

  private Optional<Refreshed> react(Call call, Arn arn, Optional<Refusal> refusal) {
    var evidence = call.evidence(arn, refusal);
    journal.keep(evidence);
    if (refusal.isEmpty() && ImportWatch.scope(arn).isPresent()) {
      imports.begin(evidence);
    }
    return refusal.isPresent()
        ? Optional.empty()
        : arn.scope().map(scope -> new Refresh(sources.apply(scope), journal).run(scope, arn));
  }

  private Optional<Arn> resolve(Call call, String resource) {
    var arn = Arn.find(resource);
    if (arn.isPresent()) {
      return arn.flatMap(Arn::scope)
          .or(() -> arn.flatMap(ImportWatch::scope))
          .filter(scope -> scope.account().equals(call.account()))
          .flatMap(scope -> arn);
    }
    var fitting = new ArrayList<Arn>();
    for (var kind : Kind.values()) {
      Scope.find(call.account(), call.region(), kind)
          .ifPresent(scope ->
              journal.heads(scope).values().stream()
                  .filter(head -> isCalled(head, kind, resource))
                  .map(Head::arn)
                  .forEach(fitting::add));
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isCalled(Head head, Kind kind, String resource) {
    return head.arn().id().equals(resource)
        || (kind == Kind.IMPORTED_MODEL
            && head.document().name(kind).filter(resource::equals).isPresent());
  }
}
