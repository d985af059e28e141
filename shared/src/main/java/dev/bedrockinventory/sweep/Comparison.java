package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.change.Differ;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.normalize.DetailOverlay;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares one observation with heads and tombstones, again after each time they are read. Heads
 * and tombstones whose generation is newer than the observation's beginning are skipped: another
 * writer updated them in the meantime, perhaps from a newer reading.
 */
final class Comparison {
  /** The tag index lags by minutes; a first observation trusts it for older profiles. */
  private static final Duration TAG_INDEX_LAG = Duration.ofHours(1);

  private final ScopeState beginning;
  private final ScopeSnapshot snapshot;
  private final Ledger ledger;
  private final Confirmations confirmations;
  private final SortedMap<Arn, ObservedResource> observed = new TreeMap<>();

  Comparison(
      ScopeState beginning, ScopeSnapshot snapshot, Ledger ledger, Confirmations confirmations) {
    this.beginning = beginning;
    this.snapshot = snapshot;
    this.ledger = ledger;
    this.confirmations = confirmations;
    snapshot.resources().forEach(resource -> observed.put(resource.arn(), resource));
  }

  /** The ids of the observed resources whose tombstones must be read: those without a head. */
  List<String> idsWithoutHead(Collection<Arn> live) {
    return observed.keySet().stream().filter(arn -> !live.contains(arn)).map(Arn::id).toList();
  }

  /**
   * The resources that may have changed, in ARN order: those observed that differ from their head,
   * then those that a complete listing lacks.
   */
  List<Arn> candidates(SortedMap<Arn, Head> heads) {
    var differing =
        observed.values().stream()
            .filter(resource -> {
              var head = Optional.ofNullable(heads.get(resource.arn()));
              return head.isEmpty()
                  || (!isNewer(head.get()) && Differ.differs(head.get(), resource.document()));
            })
            .map(ObservedResource::arn);
    var missing =
        heads.keySet().stream()
            .filter(arn -> snapshot.listingComplete() && !snapshot.listed().contains(arn));
    return Stream.concat(differing, missing).toList();
  }

  /** The change of one resource, if there is one; makes the confirmations that it needs. */
  Optional<ChangeSet> decide(
      ScopeState state, Arn arn, SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    var head = Optional.ofNullable(heads.get(arn));
    var resource = Optional.ofNullable(observed.get(arn));
    if (resource.isEmpty()) {
      return head.filter(last -> !isNewer(last)).flatMap(last -> missing(state, last));
    }
    if (head.isPresent()) {
      return changed(head.get(), resource.get());
    }
    var tombstone = Optional.ofNullable(tombstones.get(arn));
    return tombstone.isPresent()
        ? returned(tombstone.get(), resource.get())
        : first(state, resource.get());
  }

  private Optional<ChangeSet> changed(Head head, ObservedResource resource) {
    if (isNewer(head) || !Differ.differs(head, resource.document())) {
      return Optional.empty();
    }
    var tagsDiffer = !resource.document().tags().equals(head.document().tags());
    return (tagsDiffer ? confirmed(resource) : Optional.of(resource))
        .filter(seen -> Differ.differs(head, seen.document()))
        .map(seen -> ChangeSets.updated(head, seen));
  }

  private Optional<ChangeSet> returned(Tombstone tombstone, ObservedResource resource) {
    return isNewer(tombstone.last())
        ? Optional.empty()
        : confirmed(resource).map(seen -> ChangeSets.returned(tombstone, seen));
  }

  private Optional<ChangeSet> first(ScopeState state, ObservedResource resource) {
    var trusted =
        ChangeSets.firstChange(state, resource) == ChangeKind.BASELINE
            && resource
                .document()
                .createdAt(kind())
                .filter(created -> created.isBefore(resource.answeredAt().minus(TAG_INDEX_LAG)))
                .isPresent();
    return (trusted ? Optional.of(resource) : confirmed(resource))
        .map(seen -> ChangeSets.first(state, seen));
  }

  private Optional<ChangeSet> missing(ScopeState state, Head head) {
    return confirmations
        .detail(head.arn())
        .flatMap(result ->
            switch (result) {
              case ReadResult.NotFound<Document>(var absence) ->
                  Optional.of(
                      ChangeSets.deleted(head, Proofs.ofListing(snapshot, absence), absence));
              case ReadResult.Found<Document>(var document, var answeredAt, var drift) ->
                  omitted(state, head, document, answeredAt);
              case ReadResult.Failed<Document> _ -> Optional.empty();
            });
  }

  /**
   * Members of an omitted resource that Get does not return are kept: its tags, and the members
   * that only the list returns. If the head is stored reduced, the next listing decides.
   */
  private Optional<ChangeSet> omitted(
      ScopeState state, Head head, Document found, Instant answeredAt) {
    var details = GetOnlyMembers.leftOut(ledger, state, found.tree());
    details.remove(Document.TAGS);
    var document = Document.of(DetailOverlay.overlay(head.document().tree(), details));
    return head.isReduced() || !Differ.differs(head, document)
        ? Optional.empty()
        : Optional.of(
            ChangeSets.updated(head, new ObservedResource(head.arn(), document, answeredAt)));
  }

  /** Only application profiles' tags come from an index that lags; others are read one by one. */
  private Optional<ObservedResource> confirmed(ObservedResource resource) {
    return kind() == Kind.APPLICATION_INFERENCE_PROFILE
        ? confirmations.withConfirmedTags(resource)
        : Optional.of(resource);
  }

  private boolean isNewer(Head head) {
    return head.generation() > beginning.generation();
  }

  private Kind kind() {
    return snapshot.scope().kind();
  }
}
