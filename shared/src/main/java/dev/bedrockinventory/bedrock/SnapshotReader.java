package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes an observation after its pages are read: details and tags. */
final class SnapshotReader {
  private final Api api;
  private final ResourceReader reader;
  private final ScopeState beginning;
  private final Kind kind;
  private final Instant startedAt;
  private final Deadline deadline;
  private final ObservationIssues issues = new ObservationIssues();
  private final SortedMap<Arn, ObservedResource> resources = new TreeMap<>();

  /** The last resource whose details were read; the next observation continues behind it. */
  private Optional<Arn> last = Optional.empty();

  SnapshotReader(Api api, ScopeState beginning, Instant startedAt, Deadline deadline) {
    this.api = api;
    this.reader = new ResourceReader(api);
    this.beginning = beginning;
    this.kind = beginning.scope().kind();
    this.startedAt = startedAt;
    this.deadline = deadline;
  }

  /** Returns the snapshot of these pages. */
  ScopeSnapshot read(ListPages pages) {
    var listing = new Listing(beginning.scope(), pages, issues);
    var probe = probe(listing);
    issues.drift(probe.beyond());
    var detailed = beginning.detailed() || !probe.beyond().isEmpty();
    read(listing, detailed);
    return new ScopeSnapshot(
        beginning.scope(),
        startedAt,
        listing.complete(),
        listing.listed(),
        List.copyOf(resources.values()),
        last.or(probe::probed),
        detailed,
        probe.failure(),
        issues.drift(),
        issues.failures());
  }

  private Probe probe(Listing listing) {
    return kind.isProfile() && !beginning.detailed()
        ? Probe.next(reader, kind, listing.summaries(), beginning.probed())
        : Probe.NONE;
  }

  /** A profile's summary is its detail, unless Get is known to return more members. */
  private void read(Listing listing, boolean detailed) {
    switch (kind) {
      case SYSTEM_INFERENCE_PROFILE ->
          profiles(listing, detailed).forEach((arn, reading) -> add(reading.untagged(arn)));
      case APPLICATION_INFERENCE_PROFILE -> indexed(listing, profiles(listing, detailed));
      case IMPORTED_MODEL -> forEachDetail(listing.summaries(), this::tagged);
    }
  }

  private SortedMap<Arn, Reading> profiles(Listing listing, boolean detailed) {
    if (!detailed) {
      return listing.summaries();
    }
    var readings = new TreeMap<Arn, Reading>();
    forEachDetail(listing.summaries(), readings::put);
    return readings;
  }

  /** Reads details until the time is up, first of the resource behind the last one read before. */
  private void forEachDetail(SortedMap<Arn, Reading> summaries, BiConsumer<Arn, Reading> action) {
    var done = 0;
    for (var summary : inTurn(summaries)) {
      var arn = summary.getKey();
      if (deadline.isOver()) {
        issues.fail(
            FailureClassifier.outOfTime(
                Api.getting(kind),
                Optional.of(arn),
                "after %d of %d resources".formatted(done, summaries.size())));
        return;
      }
      detail(arn, summary.getValue(), action);
      last = Optional.of(arn);
      done++;
    }
  }

  private List<Map.Entry<Arn, Reading>> inTurn(SortedMap<Arn, Reading> summaries) {
    var before = beginning.probed().orElse("");
    var parts =
        summaries.entrySet().stream()
            .collect(Collectors.partitioningBy(entry -> entry.getKey().id().compareTo(before) > 0));
    return Stream.of(true, false)
        .flatMap(behind -> parts.getOrDefault(behind, List.of()).stream())
        .toList();
  }

  private void detail(Arn arn, Reading summary, BiConsumer<Arn, Reading> action) {
    switch (reader.detail(kind, arn)) {
      case ReadResult.Failed<ObjectNode>(var failure) -> issues.fail(failure);
      case ReadResult.NotFound<ObjectNode> _ -> {}
      case ReadResult.Found<ObjectNode> detail -> {
        issues.drift(
            kind.isProfile() ? Probe.beyond(arn, summary, detail.value()) : detail.drift());
        action.accept(arn, summary.overlaidBy(detail));
      }
    }
  }

  private void indexed(Listing listing, SortedMap<Arn, Reading> readings) {
    var pages = ListPages.read(Operation.GET_RESOURCES, deadline, api::tagPage);
    var index = new TagIndex(listing.listed(), pages, issues);
    readings.forEach((arn, reading) ->
        index.tags(arn).ifPresent(tags -> add(reading.resource(arn, tags, index.answeredAt()))));
  }

  private void tagged(Arn arn, Reading reading) {
    switch (reader.tags(arn)) {
      case ReadResult.Failed<ObjectNode>(var failure) -> issues.fail(failure);
      case ReadResult.NotFound<ObjectNode> _ -> {}
      case ReadResult.Found<ObjectNode> tags -> {
        issues.drift(tags.drift());
        add(reading.resource(arn, tags.value(), tags.answeredAt()));
      }
    }
  }

  private void add(ObservedResource resource) {
    resources.put(resource.arn(), resource);
  }
}
