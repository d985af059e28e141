package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.Recorder;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Compares one observation with the current heads and tombstones, again after each time they are
 * read. Heads and tombstones whose generation is newer than the observation's beginning are
 * skipped: another writer updated them in the meantime, perhaps from a newer reading.
 */
final class Comparison {
  /** The tag index lags by minutes; a first observation trusts it for older profiles. */
  private static final Duration TAG_INDEX_LAG = Duration.ofHours(1);

  private final ScopeState beginning;
  private final ScopeSnapshot look;
  private final Confirmations confirmations;
  private boolean getTellsMore;

  Comparison(ScopeState beginning, ScopeSnapshot look, Confirmations confirmations) {
    this.beginning = beginning;
    this.look = look;
    this.confirmations = confirmations;
  }

  /** The observed resources whose tombstones must be read: those without a head. */
  List<Arn> withoutHead(SortedMap<Arn, Head> heads) {
    return look.sightings().stream()
        .map(ObservedResource::arn)
        .filter(arn -> !heads.containsKey(arn))
        .toList();
  }

  /**
   * The changes to record, in ARN order within the observed and the missing resources. Lazy:
   * confirmations are requested when they are needed, so that a sweep that ends early has recorded
   * what it knew.
   */
  Stream<ChangeSet> decide(
      ScopeState state, SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    var observed =
        look.sightings().stream()
            .flatMap(sighting ->
                seen(
                    state,
                    Optional.ofNullable(heads.get(sighting.arn())),
                    Optional.ofNullable(tombstones.get(sighting.arn())),
                    sighting)
                    .stream());
    var missing =
        heads.values().stream()
            .filter(head -> look.listingComplete() && !look.listed().contains(head.arn()))
            .flatMap(head -> missing(head).stream());
    return Stream.concat(observed, missing);
  }

  /** Whether a Get returned a member of a profile that its summary lacks. */
  boolean getTellsMore() {
    return getTellsMore;
  }

  private Optional<ChangeSet> seen(
      ScopeState state,
      Optional<Head> head,
      Optional<Tombstone> tombstone,
      ObservedResource sighting) {
    if (head.isPresent()) {
      return observed(head.get(), sighting);
    }
    return tombstone.isPresent() ? returned(tombstone.get(), sighting) : first(state, sighting);
  }

  private Optional<ChangeSet> observed(Head head, ObservedResource sighting) {
    if (isNewer(head) || !differs(head, sighting.document())) {
      return Optional.empty();
    }
    var tagsDiffer = !sighting.document().tags().equals(head.document().tags());
    return (tagsDiffer ? confirmed(sighting) : Optional.of(sighting))
        .filter(seen -> differs(head, seen.document()))
        .map(seen -> Recorder.updated(head, seen));
  }

  private Optional<ChangeSet> returned(Tombstone tombstone, ObservedResource sighting) {
    return isNewer(tombstone.last())
        ? Optional.empty()
        : confirmed(sighting).map(seen -> Recorder.returned(tombstone, seen));
  }

  private Optional<ChangeSet> first(ScopeState state, ObservedResource sighting) {
    var believed =
        Recorder.firstChange(state, sighting) == ChangeKind.BASELINE
            && sighting
                .document()
                .createdAt(kind())
                .filter(created -> created.isBefore(sighting.answeredAt().minus(TAG_INDEX_LAG)))
                .isPresent();
    return (believed ? Optional.of(sighting) : confirmed(sighting))
        .map(seen -> Recorder.first(state, seen));
  }

  private Optional<ChangeSet> missing(Head head) {
    if (isNewer(head)) {
      return Optional.empty();
    }
    return switch (confirmations.presence(head.arn())) {
      case Presence.NotFound(var absence) ->
          Optional.of(Recorder.deleted(head, Proofs.ofListing(look, absence), absence));
      case Presence.Found(var sighting, var drift) -> omitted(head, sighting);
      case Presence.Unknown(var failure) -> Optional.empty();
    };
  }

  /**
   * Members of an omitted resource that Get does not return are kept: its tags, and the members
   * that only the list returns. If the head is stored reduced, the next listing decides.
   */
  private Optional<ChangeSet> omitted(Head head, ObservedResource found) {
    var known = head.document().tree();
    var told = found.document().tree();
    told.remove(Document.TAGS);
    var document = Document.of(DetailOverlay.overlay(known, told));
    if (head.isReduced() || !differs(head, document)) {
      return Optional.empty();
    }
    getTellsMore |=
        kind().isProfile()
            && !DetailOverlay.beyond(known, told, Operation.GET_INFERENCE_PROFILE, head.arn())
                .isEmpty();
    return Optional.of(
        Recorder.updated(head, new ObservedResource(found.arn(), document, found.answeredAt())));
  }

  /** Only application profiles' tags come from an index that lags; others are read one by one. */
  private Optional<ObservedResource> confirmed(ObservedResource sighting) {
    return kind() == Kind.APPLICATION_INFERENCE_PROFILE
        ? confirmations.withConfirmedTags(sighting)
        : Optional.of(sighting);
  }

  private boolean isNewer(Head head) {
    return head.generation() > beginning.generation();
  }

  private static boolean differs(Head head, Document document) {
    return !document.digest().equals(head.contentHash());
  }

  private Kind kind() {
    return look.scope().kind();
  }
}
