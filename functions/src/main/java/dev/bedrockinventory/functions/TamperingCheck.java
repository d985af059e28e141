package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.feed.LinkCheck;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import dev.bedrockinventory.verify.StreamImageCheck;
import java.util.Optional;

/**
 * Checks the records of one batch against the table. If the table cannot be read, no later record
 * of the batch reads it. Not thread-safe.
 */
final class TamperingCheck {
  private final LinkCheck links;
  private final StreamImageCheck images;
  private Optional<RecordResult> unavailable = Optional.empty();

  TamperingCheck(LinkCheck links, StreamImageCheck images) {
    this.links = links;
    this.images = images;
  }

  /** What a record requires. */
  RecordResult check(DynamodbStreamRecord record) {
    try {
      return switch (StreamEvent.of(record)) {
        case StreamEvent.Changed(var revision) -> unavailable.orElseGet(() -> change(revision));
        case StreamEvent.Modified(var key, var how) -> new RecordResult.Tampering(key, how);
        case StreamEvent.Written(var key, var how, var image) ->
            unavailable.orElseGet(() -> proved(images.isWriteProved(key, image), key, how));
        case StreamEvent.Removed(var key, var how, var image) ->
            unavailable.orElseGet(() -> proved(images.isRemovalProved(key, image), key, how));
        case StreamEvent.Heartbeat() -> new RecordResult.Heartbeat();
        case StreamEvent.Irrelevant() -> new RecordResult.Nothing();
      };
    } catch (IllegalArgumentException e) {
      return new RecordResult.Failure(String.valueOf(e.getMessage()));
    } catch (LedgerUnavailableException e) {
      var failure = new RecordResult.Failure(String.valueOf(e.getMessage()));
      unavailable = Optional.of(failure);
      return failure;
    }
  }

  private RecordResult change(Revision revision) {
    return links
        .findProblem(revision)
        .<RecordResult>map(problem ->
            new RecordResult.Failure(
                "%s: %s; run './inventory verify' for details"
                    .formatted(ItemKey.revision(revision.arn(), revision.number()), problem)))
        .orElseGet(() -> new RecordResult.Change(ChangeEvent.of(revision)));
  }

  private static RecordResult proved(boolean isProved, ItemKey key, String how) {
    return isProved ? new RecordResult.Nothing() : new RecordResult.Tampering(key, how);
  }
}
