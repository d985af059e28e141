package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a world, except for what it is set to hide or to fail on. */
final class FakeSource implements Source {
  final World world;
  final Set<Arn> omitted = new HashSet<>();
  final Set<Arn> unreadable = new HashSet<>();
  final Set<Arn> vanishing = new HashSet<>();
  final Set<Arn> presenceDenied = new HashSet<>();
  final Set<Arn> tagsDenied = new HashSet<>();
  final SortedMap<Arn, ObjectNode> tagIndex = new TreeMap<>();
  final SortedMap<String, String> onlyListed = new TreeMap<>();
  final Map<Arn, ImportJobStatus> jobs = new TreeMap<>();
  final List<UnmodeledMember> drift = new ArrayList<>();
  final List<UnmodeledMember> presenceDrift = new ArrayList<>();
  final ObjectNode onlyGetTells = JsonNodeFactory.instance.objectNode();
  final List<String> getLacks = new ArrayList<>();
  boolean refused;
  Reason refusal = Reason.DENIED;
  boolean cutShort;
  boolean getTellsMore;
  Runnable afterListing = () -> {};
  Runnable afterGet = () -> {};
  private final SortedMap<String, Integer> calls = new TreeMap<>();

  FakeSource(World world) {
    this.world = world;
  }

  @Override
  public Observation observe(ScopeState beginning, Deadline deadline) {
    count("List");
    var startedAt = world.tick();
    if (refused) {
      return new Observation.Refused(world.scope, startedAt, failure(refusal, "List"));
    }
    var listed = new HashSet<>(world.resources.keySet());
    listed.removeAll(omitted);
    var failures = new ArrayList<Failure>();
    if (cutShort) {
      failures.add(failure(Reason.UNAVAILABLE, "List"));
      listed.stream().max(Arn::compareTo).ifPresent(listed::remove);
    }
    var seen = new ArrayList<ObservedResource>();
    for (var arn : listed.stream().sorted().toList()) {
      if (unreadable.contains(arn)) {
        failures.add(new Failure(Reason.DENIED, "Get", Optional.of(arn), "set to deny"));
      } else if (!vanishing.contains(arn)) {
        var tags = tagIndex.getOrDefault(arn, world.tagsOf(arn));
        var tree = document(arn, tags).tree();
        onlyListed.forEach(tree::put);
        seen.add(new ObservedResource(arn, Document.of(tree), world.tick()));
      }
    }
    var snapshot =
        new ScopeSnapshot(
            world.scope,
            startedAt,
            !cutShort,
            listed,
            seen,
            listed.stream().sorted().findFirst(),
            getTellsMore,
            Optional.empty(),
            drift,
            failures);
    afterListing.run();
    return new Observation.Read(snapshot);
  }

  @Override
  public ReadResult<Document> detail(Scope scope, Arn arn) {
    count("Get");
    if (presenceDenied.contains(arn)) {
      return new ReadResult.Failed<>(
          new Failure(Reason.DENIED, "Get", Optional.of(arn), "set to deny"));
    }
    if (!world.resources.containsKey(arn)) {
      return new ReadResult.NotFound<>(new Absence("Get", world.tick(), "request-1", "not found"));
    }
    var document = Document.of(got(arn));
    var members = Stream.concat(drift.stream(), presenceDrift.stream()).toList();
    var found = new ReadResult.Found<>(document, world.tick(), members);
    afterGet.run();
    return found;
  }

  /** Get's response, which may contain more, or less, than the list. */
  private ObjectNode got(Arn arn) {
    var tree = document(arn, JsonNodeFactory.instance.objectNode()).tree();
    tree.remove(getLacks);
    tree.setAll(onlyGetTells);
    return tree;
  }

  @Override
  public ReadResult<ObjectNode> tags(Arn arn) {
    count("ListTagsForResource");
    if (tagsDenied.contains(arn)) {
      return new ReadResult.Failed<>(
          new Failure(Reason.DENIED, "ListTagsForResource", Optional.of(arn), "set to deny"));
    }
    return world.resources.containsKey(arn)
        ? new ReadResult.Found<>(world.tagsOf(arn), world.tick(), List.of())
        : new ReadResult.NotFound<>(
            new Absence("ListTagsForResource", world.tick(), "request-2", "not found"));
  }

  @Override
  public ImportJobStatus importJob(Arn job) {
    count("GetModelImportJob");
    return jobs.getOrDefault(job, new ImportJobStatus.InProgress());
  }

  @Override
  public Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  private Document document(Arn arn, ObjectNode tags) {
    return Document.of(world.document(arn).deepCopy().set(Document.TAGS, tags));
  }

  private void count(String operation) {
    calls.merge(operation, 1, Integer::sum);
  }

  private static Failure failure(Reason reason, String operation) {
    return new Failure(reason, operation, Optional.empty(), "set to fail");
  }
}
