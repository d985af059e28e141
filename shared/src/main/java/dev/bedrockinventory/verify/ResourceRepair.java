package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.Rewrite;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the chain of one resource says about its items, and which of them differ. */
final class ResourceRepair {
  private final LedgerReader reader;
  private final Scope scope;
  private final Arn arn;
  private final Revision first;
  private final Revision last;
  private final List<Rewrite> others = new ArrayList<>();
  private Optional<Long> generation = Optional.empty();

  private ResourceRepair(LedgerReader reader, Scope scope, Revision first, Revision last) {
    this.reader = reader;
    this.scope = scope;
    this.arn = last.arn();
    this.first = first;
    this.last = last;
  }

  /**
   * Compares the items of a resource with its chain.
   *
   * @param verification an empty state, which receives the findings of the chain
   * @return absent if the chain is damaged or empty, or if an intact head or tombstone shows that
   *     its last revisions were removed
   */
  static Optional<ResourceRepair> of(
      LedgerReader reader, Scope scope, Arn arn, VerificationState verification, Repair.Mode mode) {
    var end = end(reader, scope, arn);
    var ends = ChainCheck.check(reader, arn, verification);
    if (!mode.recount()) {
      end.ifPresent(last -> verification.missing(arn, ends.length() + 1, last));
    }
    if (verification.hasFindings() || ends.first().isEmpty() || ends.last().isEmpty()) {
      return Optional.empty();
    }
    var repair = new ResourceRepair(reader, scope, ends.first().get(), ends.last().get());
    repair.compare(verification);
    return Optional.of(repair);
  }

  /** The revision that an intact head or tombstone names; read before the chain, which grows. */
  private static Optional<Long> end(LedgerReader reader, Scope scope, Arn arn) {
    return Stream.concat(
            reader.findHead(scope, arn).flatMap(StoredItem::intact).stream(),
            reader
                .findTombstone(scope, arn)
                .flatMap(StoredItem::intact)
                .map(Tombstone::last)
                .stream())
        .filter(last -> last.arn().equals(arn))
        .map(Head::revision)
        .max(Comparator.naturalOrder());
  }

  Arn arn() {
    return arn;
  }

  /** The content hash of a live resource. */
  Optional<String> contentHash() {
    return isLive() ? Optional.of(last.contentHash()) : Optional.empty();
  }

  /** The number of revisions. */
  long revisions() {
    return last.number();
  }

  /** The revision that the history begins with. */
  Revision first() {
    return first;
  }

  /** Whether the head or tombstone is missing, damaged, or not as the chain says. */
  boolean isEndWrong() {
    return generation.isEmpty();
  }

  /** What is to be written besides the head or tombstone. */
  List<Rewrite> others() {
    return others;
  }

  /** The head or tombstone as the chain says. */
  Rewrite end(long generation) {
    var head = Head.after(last, first.observedAt(), generation);
    return isLive()
        ? new Rewrite.OfHead(head)
        : new Rewrite.OfTombstone(new Tombstone(head, last.observedAt()));
  }

  /** The generation of the head or tombstone, absent unless it is as the chain says. */
  Optional<Long> generation() {
    return generation;
  }

  private boolean isLive() {
    return last.change() != ChangeKind.DELETED;
  }

  private void compare(VerificationState verification) {
    var head = reader.findHead(scope, arn);
    var tombstone = reader.findTombstone(scope, arn);
    generation =
        isLive()
            ? head.flatMap(StoredItem::intact).filter(this::isExpected).map(Head::generation)
            : tombstone
                .flatMap(StoredItem::intact)
                .filter(this::isExpected)
                .map(gone -> gone.last().generation());
    if (isLive() && tombstone.isPresent()) {
      others.add(new Rewrite.Removal(tombstone.get().key()));
    }
    if (!isLive() && head.isPresent()) {
      others.add(new Rewrite.Removal(head.get().key()));
    }
    if (reader.findKnown(scope, arn).flatMap(StoredItem::intact).filter(arn::equals).isEmpty()) {
      others.add(new Rewrite.OfKnown(arn));
    }
    var routes = routes();
    verification.models().forEach(model -> route(model, Optional.ofNullable(routes.get(model))));
  }

  private boolean isExpected(Head head) {
    return new Rewrite.OfHead(head).equals(end(head.generation()));
  }

  private boolean isExpected(Tombstone tombstone) {
    return new Rewrite.OfTombstone(tombstone).equals(end(tombstone.last().generation()));
  }

  private Map<String, Route> routes() {
    var routes = new HashMap<String, Route>();
    if (isLive()) {
      Route.of(arn, last.document()).forEach(route -> routes.put(route.modelId(), route));
    }
    return routes;
  }

  private void route(String model, Optional<Route> expected) {
    var stored = reader.findRoute(model, arn);
    if (expected.isEmpty() && stored.isPresent()) {
      others.add(new Rewrite.Removal(ItemKey.route(model, arn)));
    }
    expected
        .filter(route -> stored.flatMap(StoredItem::intact).filter(route::equals).isEmpty())
        .ifPresent(route -> others.add(new Rewrite.OfRoute(route)));
  }
}
