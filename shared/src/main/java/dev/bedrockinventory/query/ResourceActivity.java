package dev.bedrockinventory.query;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CloudTrail events of one resource.
 *
 * @param events the successful events that belong to its last revision
 * @param copiedFrom the source that it was copied from, if its creation event is known and contains
 *     it
 * @param recent the newest denied or failed calls
 */
public record ResourceActivity(
    RevisionEvents events, Optional<String> copiedFrom, RecentAttempts recent) {
  /**
   * Reads the activity of a resource, live or deleted: its history, the evidence that can belong to
   * its last revision and to its creation, and the newest evidence.
   *
   * @param all whether to read all evidence, so that no attempt is left out
   */
  public static ResourceActivity of(LedgerReader reader, Resource resource, boolean all) {
    var head = resource.head();
    var attributions = new AttributionReader(reader);
    var history =
        attributions.history(head.arn()).stream()
            .filter(revision -> revision.number() <= head.revision())
            .toList();
    return new ResourceActivity(
        lastEvents(attributions, history, head),
        attributions.creation(history).flatMap(Evidence::copiedFrom),
        attempts(reader, head.arn(), all));
  }

  /**
   * Reads the activity of an import job, which has few events: who started it, and why it failed if
   * it did.
   */
  public static ResourceActivity ofJob(LedgerReader reader, Arn job) {
    var evidence = values(reader.evidence(job)).toList();
    var successful = evidence.stream().filter(Evidence::isSuccessful).toList();
    return new ResourceActivity(
        new RevisionEvents(successful, List.of()),
        Optional.empty(),
        RecentAttempts.all(evidence.stream()));
  }

  private static RevisionEvents lastEvents(
      AttributionReader reader, List<Revision> history, Head head) {
    var last = history.stream().filter(one -> one.number() == head.revision()).toList();
    return reader.events(history, last).getOrDefault(head.revision(), RevisionEvents.NONE);
  }

  private static RecentAttempts attempts(LedgerReader reader, Arn arn, boolean all) {
    return all
        ? RecentAttempts.all(values(reader.evidence(arn)))
        : RecentAttempts.newest(values(reader.newestEvidence(arn)));
  }

  private static Stream<Evidence> values(Stream<StoredItem<Evidence>> items) {
    return items.map(StoredItem::value);
  }
}
