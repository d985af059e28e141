package dev.bedrockinventory.functions;

import java.util.List;

/**
 * What became of a batch of the table's stream.
 *
 * @param told how many changes the bus took, those before the first record that failed
 * @param truncated how many of them without their document and fields
 * @param touched the revisions that were changed or removed, as all readable records of the batch
 *     say, so that those behind the failed one are named again at the next try
 * @param verdict what Lambda is to do next
 */
record FeedResult(int told, int truncated, List<StreamEvent.Touched> touched, Verdict verdict) {
  /** Copies the list. */
  FeedResult {
    touched = List.copyOf(touched);
  }

  /** What Lambda is to do next. */
  sealed interface Verdict {
    /** Go on: all is told. */
    record Done() implements Verdict {}

    /** Come again from this record on: it is not the first, or it is the only one. */
    record Answer(Failed failed) implements Verdict {}

    /** Halve the batch: the first of several failed, and only a batch that fails is halved. */
    record Halve(Failed failed) implements Verdict {}
  }

  /**
   * The first record that could not be read or told. It and those behind it come again.
   *
   * @param eventId the stream's id of the record; empty if it has none
   * @param sequenceNumber its place in the stream; empty if it has none, and then an answer with it
   *     fails the whole batch, as Lambda documents it
   * @param why what is wrong, in one line that tells no values
   */
  record Failed(String eventId, String sequenceNumber, String why) {}
}
