package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ObservedResource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch fits into one transaction. */
final class BatchesTest {
  private static final int LARGE = 300_000;

  /** The large value is in the field change of the revision, and in the head that is replaced. */
  private static final int FIELDS = LARGE;

  private static final int HEAD = LARGE;

  @Test
  void theItemsThatAreReplacedCountToo() {
    var batches = Batches.cut(IntStream.range(0, 30).mapToObj(BatchesTest::shrunk).toList());

    assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(30);
    assertThat(batches)
        .allSatisfy(batch -> assertThat(batch.size() * (FIELDS + HEAD)).isLessThan(4_000_000));
  }

  /** An update that removes a large tag: the new items are small, the old head is not. */
  private static ChangeSet shrunk(int number) {
    var id = "p" + number;
    var large = Samples.document(id, "x".repeat(LARGE), "us-east-1");
    return ChangeSets.updated(
        head(id, large),
        new ObservedResource(
            Samples.arn(id), Samples.document(id, "blue", "us-east-1"), Samples.NOON));
  }

  private static Head head(String id, Document document) {
    var hash = "0".repeat(64);
    return new Head(
        Samples.arn(id), 1, 1, document.digest(), hash, Samples.NOON, Samples.NOON, document);
  }
}
