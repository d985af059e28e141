package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.Recorder;
import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Look;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Sighting;
import dev.bedrockinventory.model.Tombstone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares one look with the heads and tombstones as they are, as often as they have to be read
 * again. Whatever carries a generation above the look's beginning was recorded meanwhile and is
 * left alone: the recorded reading may be the newer one.
 */
final class Comparison {
  /** The tag index lags by minutes; older profiles' tags are believed on a first look. */
  private static final Duration TAG_INDEX_LAG = Duration.ofHours(1);

  private final ScopeState beginning;
  private final Look look;
  private final Confirmations confirmations;
  private boolean getTellsMore;

  Comparison(ScopeState beginning, Look look, Confirmations confirmations) {
    this.beginning = beginning;
    this.look = look;
    this.confirmations = confirmations;
  }

  /** The observed resources whose tombstones must be read: those without a head. */
  List<Arn> withoutHead(SortedMap<Arn, Head> heads) {
    return look.sightings().stream()
        .map(Sighting::arn)
        .filter(arn -> !heads.containsKey(arn))
        .toList();
  }

  /** What is to be recorded, in ARN order within the observed and the missing. */
  List<Recording> decide(
      ScopeState state, SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    var recordings = new ArrayList<Recording>();
    for (var sighting : look.sightings()) {
      var head = Optional.ofNullable(heads.get(sighting.arn()));
      var tombstone = Optional.ofNullable(tombstones.get(sighting.arn()));
      if (head.isPresent()) {
        observed(head.get(), sighting).ifPresent(recordings::add);
      } else if (tombstone.isPresent()) {
        returned(tombstone.get(), sighting).ifPresent(recordings::add);
      } else {
        first(state, sighting).ifPresent(recordings::add);
      }
    }
    if (look.listingComplete()) {
      heads.values().stream()
          .filter(head -> !look.listed().contains(head.arn()))
          .forEach(head -> missing(head).ifPresent(recordings::add));
    }
    return recordings;
  }

  /** Whether a Get told a member of a profile that its summary had not. */
  boolean getTellsMore() {
    return getTellsMore;
  }

  private Optional<Recording> observed(Head head, Sighting sighting) {
    if (isNewer(head)) {
      return Optional.empty();
    }
    var tagsDiffer = !sighting.document().tags().equals(head.document().tags());
    return Optional.of(sighting)
        .filter(seen -> differs(head, seen.document()))
        .flatMap(seen -> tagsDiffer ? confirmed(seen) : Optional.of(seen))
        .filter(seen -> differs(head, seen.document()))
        .map(seen -> Recorder.updated(head, seen));
  }

  private Optional<Recording> returned(Tombstone tombstone, Sighting sighting) {
    return isNewer(tombstone.last())
        ? Optional.empty()
        : confirmed(sighting).map(seen -> Recorder.returned(tombstone, seen));
  }

  private Optional<Recording> first(ScopeState state, Sighting sighting) {
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

  private Optional<Recording> missing(Head head) {
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

  /** Get does not tell tags: those of the head stay. */
  private Optional<Recording> omitted(Head head, Sighting found) {
    var document = found.document().withTags(head.document().tags());
    if (!differs(head, document)) {
      return Optional.empty();
    }
    getTellsMore |= kind().isProfile() && hasMoreMembers(document, head.document());
    return Optional.of(
        Recorder.updated(head, new Sighting(found.arn(), document, found.answeredAt())));
  }

  /** Only application profiles' tags come from an index that lags; others are read one by one. */
  private Optional<Sighting> confirmed(Sighting sighting) {
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

  private static boolean hasMoreMembers(Document document, Document than) {
    var known = than.tree();
    return document.tree().properties().stream().anyMatch(member -> !known.has(member.getKey()));
  }

  private Kind kind() {
    return look.scope().kind();
  }
}
