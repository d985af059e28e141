package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CloudTrail events of one resource.
 *
 * @param who the successful events that belong to its last revision, in their order; empty if
 *     unknown
 * @param copiedFrom the source that it was copied from, if its creation event is known and contains
 *     it
 * @param attempts the denied or failed calls, oldest first
 */
public record ResourceActivity(
    List<Evidence> who, Optional<String> copiedFrom, List<Evidence> attempts) {
  /** Copies the lists. */
  public ResourceActivity {
    who = List.copyOf(who);
    attempts = List.copyOf(attempts);
  }

  /** Reads the activity of a resource, live or deleted. */
  public static ResourceActivity of(LedgerReader reader, Resource resource) {
    var head = resource.head();
    var evidence = evidence(reader, head.arn());
    return new ResourceActivity(
        who(reader, head),
        successful(evidence)
            .filter(Evidence::isCreation)
            .reduce((_, later) -> later)
            .flatMap(Evidence::copiedFrom),
        evidence.stream().filter(event -> !event.isSuccessful()).toList());
  }

  /** Reads the activity of an import job: who started it, and why it failed if it did. */
  public static ResourceActivity ofJob(LedgerReader reader, Arn job) {
    var evidence = evidence(reader, job);
    return new ResourceActivity(
        successful(evidence).toList(),
        Optional.empty(),
        evidence.stream().filter(event -> !event.isSuccessful()).toList());
  }

  private static List<Evidence> who(LedgerReader reader, Head head) {
    return new AttributionCache(reader).of(head.arn(), head.revision());
  }

  private static Stream<Evidence> successful(List<Evidence> evidence) {
    return evidence.stream().filter(Evidence::isSuccessful);
  }

  private static List<Evidence> evidence(LedgerReader reader, Arn arn) {
    return reader.evidence(arn).map(StoredItem::value).toList();
  }
}
