package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.TagReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Completes an observation after its pages are read: details and tags. */
final class SnapshotReader {
  private final Api api;
  private final ScopeState beginning;
  private final Instant startedAt;
  private final ObservationIssues notes = new ObservationIssues();

  SnapshotReader(Api api, ScopeState beginning, Instant startedAt) {
    this.api = api;
    this.beginning = beginning;
    this.startedAt = startedAt;
  }

  /** Returns the observation of these pages. */
  Observation look(ListPages pages) {
    var listing = new Listing(beginning.scope(), pages, notes);
    var probe = probe(listing);
    notes.drift(probe.beyond());
    var sightings = sightings(listing);
    var look =
        new ScopeSnapshot(
            beginning.scope(),
            startedAt,
            listing.complete(),
            listing.listed(),
            sightings,
            probe.probed(),
            beginning.detailed() || !probe.beyond().isEmpty(),
            probe.failure(),
            notes.drift());
    return notes.failures().isEmpty()
        ? new Observation.Complete(look)
        : new Observation.Partial(look, notes.failures());
  }

  private Probe probe(Listing listing) {
    var kind = beginning.scope().kind();
    return kind.isProfile() && !beginning.detailed()
        ? Probe.next(api, kind, listing.summaries(), beginning.probed())
        : Probe.NONE;
  }

  private List<ObservedResource> sightings(Listing listing) {
    return switch (beginning.scope().kind()) {
      case SYSTEM_INFERENCE_PROFILE -> untagged(profiles(listing));
      case APPLICATION_INFERENCE_PROFILE -> indexed(listing, profiles(listing));
      case IMPORTED_MODEL -> tagged(details(listing));
    };
  }

  /** A profile's summary is its detail, unless Get is known to return more members. */
  private SortedMap<Arn, Reading> profiles(Listing listing) {
    return beginning.detailed() ? details(listing) : listing.summaries();
  }

  private SortedMap<Arn, Reading> details(Listing listing) {
    var readings = new TreeMap<Arn, Reading>();
    listing
        .summaries()
        .forEach((arn, summary) -> {
          switch (Detail.of(api, beginning.scope().kind(), arn)) {
            case Detail.Failed failed -> notes.fail(failed.failure());
            case Detail.NotFound _ -> {}
            case Detail.Read detail -> {
              notes.drift(
                  beginning.scope().kind().isProfile()
                      ? Probe.beyond(arn, summary, detail.reading())
                      : detail.drift());
              readings.put(arn, summary.overlaidBy(detail.reading()));
            }
          }
        });
    return readings;
  }

  private static List<ObservedResource> untagged(SortedMap<Arn, Reading> readings) {
    return readings.entrySet().stream()
        .map(entry -> entry.getValue().untagged(entry.getKey()))
        .toList();
  }

  private List<ObservedResource> indexed(Listing listing, SortedMap<Arn, Reading> readings) {
    var index =
        new TagIndex(
            listing.listed(), ListPages.read(Operation.GET_RESOURCES, api::tagPage), notes);
    return readings.entrySet().stream()
        .flatMap(entry ->
            index.tags(entry.getKey()).stream()
                .map(tags -> entry.getValue().sighting(entry.getKey(), tags, index.answeredAt())))
        .toList();
  }

  private List<ObservedResource> tagged(SortedMap<Arn, Reading> readings) {
    var sightings = new ArrayList<ObservedResource>();
    readings.forEach((arn, reading) -> {
      switch (TagReader.read(api, arn)) {
        case TagReading.Unread unread -> notes.fail(unread.failure());
        case TagReading.Vanished _ -> {}
        case TagReading.Read tags -> {
          notes.drift(tags.drift());
          sightings.add(reading.sighting(arn, tags.tags(), tags.answeredAt()));
        }
      }
    });
    return sightings;
  }
}
