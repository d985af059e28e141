package dev.bedrockinventory.change;

import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates the change set of one difference. */
public final class ChangeSets {
  private ChangeSets() {}

  /**
   * The change kind of a resource's first revision: BASELINE until the scope's first complete
   * listing has ended, and later for a customer's resource that is older than that observation.
   */
  public static ChangeKind firstChange(ScopeState state, ObservedResource resource) {
    var firstListing = state.firstListingAt();
    if (firstListing.isEmpty()) {
      return ChangeKind.BASELINE;
    }
    var kind = state.scope().kind();
    var isOlder =
        !kind.isSystemDefined()
            && resource
                .document()
                .createdAt(kind)
                .filter(created -> created.isBefore(firstListing.get()))
                .isPresent();
    return isOlder ? ChangeKind.BASELINE : ChangeKind.CREATED;
  }

  /** The first revision of a resource without history. */
  public static ChangeSet first(ScopeState state, ObservedResource resource) {
    return new ChangeSet.First(
        revision(Optional.empty(), firstChange(state, resource), resource),
        state.firstListingAt().isEmpty()
            ? ChangeSet.Basis.BEFORE_FIRST_LISTING
            : ChangeSet.Basis.AFTER_FIRST_LISTING);
  }

  /** The revision of a deleted resource that returned under the same ARN. */
  public static ChangeSet returned(Tombstone tombstone, ObservedResource resource) {
    return new ChangeSet.Returned(
        revision(Optional.of(tombstone.last()), ChangeKind.CREATED, resource), tombstone);
  }

  /** The revision of a live resource whose document changed. */
  public static ChangeSet updated(Head head, ObservedResource resource) {
    return new ChangeSet.Updated(revision(Optional.of(head), ChangeKind.UPDATED, resource), head);
  }

  /** The revision of a live resource that was proved to be deleted. */
  public static ChangeSet deleted(Head head, Proofs proofs, Absence absence) {
    return new ChangeSet.Deleted(
        Chain.seal(
            new Revision(
                head.arn(),
                head.revision() + 1,
                ChangeKind.DELETED,
                notBefore(head, absence.answeredAt()),
                head.document(),
                List.of(),
                proofs,
                head.contentHash(),
                head.chainHash(),
                Chain.START)),
        head);
  }

  private static Revision revision(
      Optional<Head> last, ChangeKind change, ObservedResource resource) {
    var document = resource.document();
    var stored = stored(change, last.map(Head::document), document);
    return Chain.seal(
        new Revision(
            resource.arn(),
            last.map(Head::revision).orElse(0L) + 1,
            change,
            last.map(head -> notBefore(head, resource.answeredAt()))
                .orElse(Instants.cut(resource.answeredAt())),
            stored.document(),
            stored.fields(),
            Proofs.NONE,
            document.digest(),
            last.map(Head::chainHash).orElse(Chain.START),
            Chain.START));
  }

  /**
   * The field changes that a revision should have, given the one before; absent if its document is
   * stored reduced, so that they cannot be computed again.
   */
  public static Optional<List<FieldChange>> fields(Optional<Revision> before, Revision revision) {
    return revision.isReduced()
        ? Optional.empty()
        : Optional.of(
            stored(revision.change(), before.map(Revision::document), revision.document())
                .fields());
  }

  private static Reduction stored(ChangeKind change, Optional<Document> before, Document document) {
    var fields =
        before
            .filter(last -> change == ChangeKind.UPDATED)
            .map(last -> Differ.fields(last, document));
    return Reduction.fit(document, fields.orElse(List.of()));
  }

  /** A clock that was set back must not change the order of the revisions. */
  private static Instant notBefore(Head last, Instant answeredAt) {
    var instant = Instants.cut(answeredAt);
    return instant.isBefore(last.changedAt()) ? last.changedAt() : instant;
  }
}
