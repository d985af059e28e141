package dev.bedrockinventory.functions;

import java.util.List;

/**
 * The result of a batch of the table's stream.
 *
 * @param published the number of published changes before the first record that failed
 * @param truncated how many of them without their document and fields
 * @param heartbeats the number of plans whose heartbeats are in the batch
 * @param tampering the tampering in all records of the batch that can be read and checked; those
 *     behind the failed record are reported again at the next attempt
 * @param verdict what Lambda must do next
 */
record FeedResult(
    int published,
    int truncated,
    int heartbeats,
    List<RecordResult.Tampering> tampering,
    Verdict verdict) {
  /** Copies the list. */
  FeedResult {
    tampering = List.copyOf(tampering);
  }

  /** What Lambda must do next. */
  sealed interface Verdict {
    /** Continue: all records are published. */
    record Done() implements Verdict {}

    /** Deliver again from this record: it is not the first, or it is the only one. */
    record Answer(Failed failed) implements Verdict {}

    /** Halve the batch: the first of several failed, and only a batch that fails is halved. */
    record Halve(Failed failed) implements Verdict {}
  }

  /**
   * The first record that could not be read, checked or published. It and those behind it are
   * delivered again.
   *
   * @param eventId the stream's id of the record; empty if it has none
   * @param sequenceNumber its position in the stream; empty if it has none, and then a response
   *     with it fails the whole batch, as Lambda documents it
   * @param why the error, in one line without values
   */
  record Failed(String eventId, String sequenceNumber, String why) {}
}
