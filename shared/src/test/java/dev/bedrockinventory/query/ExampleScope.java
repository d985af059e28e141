package dev.bedrockinventory.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.ImportJobStatus;
import dev.bedrockinventory.sweep.Source;
import dev.bedrockinventory.sweep.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A scope with fixed resources, swept by the real sweep. */
public final class ExampleScope implements Source {
  private final Scope scope;
  private final SortedMap<Arn, ObjectNode> documents = new TreeMap<>();
  private Instant now = Instant.EPOCH;
  private List<UnmodeledMember> drift = List.of();

  public ExampleScope(Scope scope) {
    this.scope = scope;
  }

  public Arn arn(String id) {
    return new Arn(
        "arn:aws:bedrock:%s:%s:%s/%s"
            .formatted(scope.region(), scope.account(), scope.kind().arnType(), id));
  }

  /** Adds or replaces a resource; members as JSON. */
  public ExampleScope put(String id, String members) {
    var tree = (ObjectNode) CanonicalJson.parse(members);
    tree.put(scope.kind().arnMember(), arn(id).text());
    if (!tree.has(Document.TAGS)) {
      tree.putObject(Document.TAGS);
    }
    documents.put(arn(id), tree);
    return this;
  }

  public ExampleScope remove(String id) {
    documents.remove(arn(id));
    return this;
  }

  public ExampleScope drift(UnmodeledMember... seen) {
    drift = List.of(seen);
    return this;
  }

  /** Sweeps the scope into the ledger. */
  public void sweep(ItemStore store, String at) {
    now = Instant.parse(at);
    var ledger = new StoredLedger(store, _ -> {});
    var report = new Sweep(this, ledger, () -> now).run(scope, Optional.empty(), Deadline.NONE);
    if (report.outcome() != Outcome.COMPLETE) {
      throw new AssertionError(report);
    }
    ledger.report(report);
  }

  @Override
  public Observation observe(ScopeState beginning, Deadline deadline) {
    var resources =
        documents.entrySet().stream()
            .map(entry -> new ObservedResource(entry.getKey(), Document.of(entry.getValue()), now))
            .toList();
    return new Observation.Read(
        new ScopeSnapshot(
            scope,
            now,
            true,
            documents.keySet(),
            resources,
            documents.keySet().stream().findFirst(),
            true,
            Optional.empty(),
            drift,
            List.of()));
  }

  @Override
  public ReadResult<Document> detail(Scope ofScope, Arn arn) {
    return read(arn, tree -> Document.of(tree).withTags(JsonNodeFactory.instance.objectNode()));
  }

  @Override
  public ReadResult<ObjectNode> tags(Arn arn) {
    return read(arn, tree -> Document.of(tree).tags());
  }

  private <T> ReadResult<T> read(Arn arn, Function<ObjectNode, T> value) {
    return Optional.ofNullable(documents.get(arn))
        .<ReadResult<T>>map(tree -> new ReadResult.Found<>(value.apply(tree), now, List.of()))
        .orElseGet(() ->
            new ReadResult.NotFound<>(
                new Absence("Get", now, "request-3", "The resource was not found.")));
  }

  @Override
  public ImportJobStatus importJob(Arn job) {
    return new ImportJobStatus.InProgress();
  }

  @Override
  public Map<String, Integer> calls() {
    return Map.of();
  }
}
