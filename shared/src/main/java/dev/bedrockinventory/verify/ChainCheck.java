package dev.bedrockinventory.verify;

import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies one resource's hash chain, from the first revision to the last. */
final class ChainCheck {
  private static final String REDUCED = "\"$reduced\"";

  private final Arn arn;
  private final VerificationState verification;
  private long expected = 1;
  private Optional<Revision> first = Optional.empty();
  private final Map<String, Long> deletions = new TreeMap<>();
  private Optional<Revision> previous = Optional.empty();

  private ChainCheck(Arn arn, VerificationState verification) {
    this.arn = arn;
    this.verification = verification;
  }

  /**
   * The first and the last revision of a chain.
   *
   * @param first revision 1, if it exists and can be read
   * @param last the last revision, if it can be read
   * @param length the number of the last revision, 0 without any
   * @param deletions the numbers of the deletions that an event reported, by the event's id
   */
  record Ends(
      Optional<Revision> first,
      Optional<Revision> last,
      long length,
      Map<String, Long> deletions) {}

  /** Reads the revisions and adds a finding for each problem. */
  static Ends check(LedgerReader reader, Arn arn, VerificationState verification) {
    var check = new ChainCheck(arn, verification);
    try (var revisions = reader.revisions(arn)) {
      for (Iterator<StoredItem<Revision>> each = revisions.iterator(); each.hasNext(); ) {
        check.next(each.next());
      }
    }
    return new Ends(check.first, check.previous, check.expected - 1, check.deletions);
  }

  private void next(StoredItem<Revision> stored) {
    verification.revision();
    verification.found(stored);
    stored.readable().ifPresentOrElse(revision -> next(stored.key(), revision), this::skip);
  }

  /** An unreadable revision counts in the numbering, but nothing can be compared with it. */
  private void skip() {
    expected++;
    previous = Optional.empty();
  }

  private void next(ItemKey key, Revision revision) {
    if (!ItemKey.revision(arn, revision.number()).equals(key)) {
      verification.found(key, "is revision %d of %s".formatted(revision.number(), revision.arn()));
    }
    if (expected < revision.number()) {
      verification.missing(arn, expected, revision.number() - 1);
      previous = Optional.empty();
    }
    hashes(key, revision);
    verification.notInFuture(key, "observedAt", revision.observedAt());
    order(key, revision);
    verification.change(revision);
    revision.proofs().eventId().ifPresent(id -> deletions.put(id, revision.number()));
    verification.models(arn, revision.document());
    if (revision.number() == 1) {
      first = Optional.of(revision);
      verification.instant(revision.observedAt());
    }
    previous = Optional.of(revision);
    expected = revision.number() + 1;
  }

  private void hashes(ItemKey key, Revision revision) {
    if (!Chain.holds(revision)) {
      verification.found(key, "its chainHash does not match its content");
    }
    if (!revision.isReduced()) {
      return;
    }
    if (revision.document().json().contains(REDUCED)) {
      verification.notCovered(
          "%s: stored reduced, so its contentHash cannot be verified".formatted(key));
    } else {
      verification.found(key, "its contentHash does not match its document");
    }
  }

  private void order(ItemKey key, Revision revision) {
    if (revision.number() == 1 && !Chain.starts(revision)) {
      verification.found(key, "is the first, but its previousHash refers to another revision");
    }
    if (revision.number() == 1 && !begins(revision)) {
      verification.found(key, "is the first, but is " + revision.change());
    }
    if (revision.number() == 1) {
      fields(key, revision);
    }
    previous.ifPresent(before -> order(key, before, revision));
  }

  private void fields(ItemKey key, Revision revision) {
    if (ChangeSets.fields(previous, revision).filter(revision.fields()::equals).isEmpty()
        && !revision.isReduced()) {
      verification.found(key, "its fields are not the differences to the revision before it");
    }
  }

  private void order(ItemKey key, Revision before, Revision revision) {
    if (!Chain.follows(before, revision)) {
      verification.found(
          key, "its previousHash is not the chainHash of revision " + before.number());
    }
    fields(key, revision);
    if (revision.change() == ChangeKind.DELETED && !revision.document().equals(before.document())) {
      verification.found(key, "its document is not that of revision " + before.number());
    }
    if (revision.observedAt().isBefore(before.observedAt())) {
      verification.found(key, "was observed before revision " + before.number());
    }
    if ((before.change() == ChangeKind.DELETED) != begins(revision)) {
      verification.found(key, "is %s after %s".formatted(revision.change(), before.change()));
    }
  }

  private static boolean begins(Revision revision) {
    return switch (revision.change()) {
      case BASELINE, CREATED -> true;
      case UPDATED, DELETED -> false;
    };
  }
}
