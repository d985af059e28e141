package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.Recorder;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Reads one resource because an event named it, and records the difference, in the order of the
 * checked model: the scope item, the head and the tombstone are read before the resource; after a
 * lost condition they are read again, and the same reading may be recorded only over the same head
 * and tombstone. The event's evidence has been saved before.
 *
 * <p>A refresh is used by one thread; any number of sweeps and refreshes may run at the same time.
 */
public final class Refresh {
  private static final int MOST_ROUNDS = 8;

  private final Source source;
  private final Ledger ledger;

  /** Creates a refresh that reads the source and records in the ledger. */
  public Refresh(Source source, Ledger ledger) {
    this.source = source;
    this.ledger = ledger;
  }

  /**
   * Refreshes one resource of a scope.
   *
   * @throws LedgerUnavailableException if the ledger cannot be read or written
   */
  public RefreshResult run(Scope scope, Arn arn) {
    var standing = read(scope, arn);
    var reading = look(scope, arn);
    for (var round = 0; round < MOST_ROUNDS; round++) {
      if (reading instanceof Reading.Unread(var failure)) {
        return new RefreshResult.Failed(failure);
      }
      var recording = decide(standing, reading);
      if (recording.isEmpty()) {
        return new RefreshResult.Unchanged();
      }
      var commit = ledger.record(scope, standing.state().generation(), List.of(recording.get()));
      if (commit instanceof Commit.Recorded) {
        return new RefreshResult.Recorded(recording.get().revision().change());
      }
      var now = read(scope, arn);
      if (now.isLeftBy(recording.get())) {
        return new RefreshResult.Recorded(recording.get().revision().change());
      }
      if (!now.isSameAs(standing)) {
        reading = look(scope, arn);
      }
      standing = now;
    }
    return new RefreshResult.Failed(
        new Failure(
            Reason.UNAVAILABLE,
            "TransactWriteItems",
            Optional.of(arn),
            "other writers updated the resource's scope at the same time; the message is retried"));
  }

  private Optional<ChangeSet> decide(Standing standing, Reading reading) {
    return switch (reading) {
      case Reading.Found(var sighting, var drift) -> found(standing, sighting, drift);
      case Reading.NotFound(var absence) ->
          standing.head().flatMap(head -> deletion(head, absence));
      case Reading.Vanished _, Reading.Unread _ -> Optional.empty();
    };
  }

  private static Optional<ChangeSet> found(
      Standing standing, ObservedResource sighting, List<UnmodeledMember> drift) {
    if (standing.head().isPresent()) {
      return standing.head().flatMap(head -> update(standing.state(), head, sighting));
    }
    var seen =
        believesSummaries(standing.state())
            ? with(sighting, DetailOverlay.without(sighting.document().tree(), drift))
            : sighting;
    return Optional.of(
        standing
            .tombstone()
            .map(tombstone -> Recorder.returned(tombstone, seen))
            .orElseGet(() -> Recorder.first(standing.state(), seen)));
  }

  /**
   * An observation of the scope contains the members that only the list returns, and lacks those
   * that only Get returns unless details are fetched: refreshes must neither add nor remove either.
   * If the head is stored reduced, the next listing decides.
   */
  private static Optional<ChangeSet> update(
      ScopeState state, Head head, ObservedResource sighting) {
    var known = head.document().tree();
    var told = sighting.document().tree();
    var tags = sighting.document().tags();
    known.remove(Document.TAGS);
    told.remove(Document.TAGS);
    var beyond = DetailOverlay.beyond(known, told, Operation.GET_INFERENCE_PROFILE, head.arn());
    var compared = believesSummaries(state) ? DetailOverlay.without(told, beyond) : told;
    var document = Document.of(DetailOverlay.overlay(known, compared)).withTags(tags);
    return head.isReduced() || head.contentHash().equals(document.digest())
        ? Optional.empty()
        : Optional.of(
            Recorder.updated(
                head, new ObservedResource(head.arn(), document, sighting.answeredAt())));
  }

  private static boolean believesSummaries(ScopeState state) {
    return state.scope().kind().isProfile() && !state.detailed();
  }

  private static ObservedResource with(ObservedResource sighting, ObjectNode tree) {
    return new ObservedResource(sighting.arn(), Document.of(tree), sighting.answeredAt());
  }

  /** Without a successful delete event of this ARN the next sweep decides. */
  private Optional<ChangeSet> deletion(Head head, Absence absence) {
    return ledger.evidence(head.arn()).stream()
        .filter(evidence -> evidence.isDeletion() && evidence.isSuccessful())
        .max(Evidence::compareTo)
        .map(event -> Recorder.deleted(head, Proofs.ofEvent(event, absence), absence));
  }

  private Standing read(Scope scope, Arn arn) {
    var state = ledger.scope(scope);
    var head = ledger.head(scope, arn);
    var tombstone = Optional.ofNullable(ledger.tombstones(scope, List.of(arn)).get(arn));
    return new Standing(state, head, tombstone);
  }

  private Reading look(Scope scope, Arn arn) {
    return switch (source.presence(scope, arn)) {
      case Presence.Unknown(var failure) -> new Reading.Unread(failure);
      case Presence.NotFound(var absence) -> new Reading.NotFound(absence);
      case Presence.Found(var sighting, var drift) -> {
        if (!drift.isEmpty()) {
          ledger.report(drift, sighting.answeredAt());
        }
        yield scope.kind().isSystemDefined()
            ? new Reading.Found(sighting, drift)
            : tagged(scope, sighting, drift);
      }
    };
  }

  private Reading tagged(Scope scope, ObservedResource found, List<UnmodeledMember> beyond) {
    return switch (source.tags(scope, found.arn())) {
      case TagReading.Unread(var failure) -> new Reading.Unread(failure);
      case TagReading.Vanished() -> new Reading.Vanished();
      case TagReading.Read(var tags, var answeredAt, var drift) -> {
        if (!drift.isEmpty()) {
          ledger.report(drift, answeredAt);
        }
        yield new Reading.Found(
            new ObservedResource(found.arn(), found.document().withTags(tags), answeredAt), beyond);
      }
    };
  }

  /** The result of one read of the resource. */
  private sealed interface Reading {
    record Found(ObservedResource sighting, List<UnmodeledMember> drift) implements Reading {
      /** Copies the unmodeled members. */
      public Found {
        drift = List.copyOf(drift);
      }
    }

    record NotFound(Absence absence) implements Reading {}

    /** It was found, but gone when its tags were read: the delete event decides. */
    record Vanished() implements Reading {}

    record Unread(Failure failure) implements Reading {}
  }

  /** The ledger's state of the resource before it was read. */
  private record Standing(ScopeState state, Optional<Head> head, Optional<Tombstone> tombstone) {
    boolean isSameAs(Standing other) {
      return head.map(Head::revision).equals(other.head.map(Head::revision))
          && tombstone
              .map(gone -> gone.last().revision())
              .equals(other.tombstone.map(gone -> gone.last().revision()));
    }

    /** Whether a change with an unknown outcome was written. */
    boolean isLeftBy(ChangeSet recording) {
      return head.or(() -> tombstone.map(Tombstone::last))
          .filter(last -> last.chainHash().equals(recording.revision().chainHash()))
          .isPresent();
    }
  }
}
