package dev.bedrockinventory.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ForgedRevision;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A chain that was forged with matching hashes is found by what its revisions say. */
final class ForgedChainTest {
  private static final Arn ARN = ExampleHistory.SEARCH;

  private final MemoryStore table = ExampleHistory.copy();
  private final LedgerReader reader = table.reader();

  @Test
  void aRevisionObservedBeforeThePreviousOneIsFound() {
    var first = reader.revisions(ARN).findFirst().orElseThrow().value();
    forge(revision -> at(revision, first.observedAt().minusMillis(1)));

    assertThat(problems()).contains("was observed before revision 1");
  }

  @Test
  void aRevisionOfTheFutureIsFound() {
    forge(revision -> at(revision, ExampleHistory.END.plus(Duration.ofDays(2))));

    assertThat(problems()).anyMatch(problem -> problem.endsWith("is in the future"));
  }

  @Test
  void aChangeKindThatCannotFollowThePreviousOneIsFound() {
    forge(revision -> of(revision, ChangeKind.CREATED, List.of(), Proofs.NONE));

    assertThat(problems()).contains("is CREATED after BASELINE");
  }

  @Test
  void fieldsThatAreNotTheDifferenceOfTheDocumentsAreFound() {
    forge(revision -> of(revision, ChangeKind.UPDATED, List.of(), Proofs.NONE));

    assertThat(problems()).contains("its fields are not the differences to the revision before it");
  }

  @Test
  void aDeletionWhoseEventIsNotInTheEvidenceIsFound() {
    forge(revision ->
        of(
            revision,
            ChangeKind.DELETED,
            List.of(),
            new Proofs("{\"event\":{\"eventId\":\"invented\"}}")));

    assertThat(problems())
        .contains("names the event invented as its proof, but there is no such deletion");
  }

  /** Replaces the last revision by another one with a matching hash. */
  private void forge(UnaryOperator<Revision> forgery) {
    var last = reader.findLastRevision(ARN).orElseThrow().value();
    ForgedRevision.put(table, forgery.apply(last));
  }

  private static Revision at(Revision revision, Instant instant) {
    return new Revision(
        revision.arn(),
        revision.number(),
        revision.change(),
        Instants.cut(instant),
        revision.document(),
        revision.fields(),
        revision.proofs(),
        revision.contentHash(),
        revision.previousHash(),
        revision.chainHash());
  }

  private static Revision of(
      Revision revision, ChangeKind change, List<FieldChange> fields, Proofs proofs) {
    return new Revision(
        revision.arn(),
        revision.number(),
        change,
        revision.observedAt(),
        revision.document(),
        fields,
        proofs,
        revision.contentHash(),
        revision.previousHash(),
        revision.chainHash());
  }

  private List<String> problems() {
    return new Verifier(reader, () -> ExampleHistory.END, Filter.ALL)
        .run().findings().stream()
            .filter(finding -> finding.item().equals(ItemKey.revision(ARN, 2)))
            .map(Finding::problem)
            .toList();
  }
}
