package dev.bedrockinventory.functions;

import java.util.List;
import java.util.Optional;

/**
 * What became of a batch of the table's stream.
 *
 * @param told how many changes the bus took, those before the stop
 * @param truncated how many of them without their document and fields
 * @param touched the revisions that were changed or removed, as records before the stop say
 * @param stop the first record that could not be read or told; absent if all were
 */
record Fed(int told, int truncated, List<Streamed.Touched> touched, Optional<Stop> stop) {
  /** Copies the list. */
  Fed {
    touched = List.copyOf(touched);
  }

  /**
   * Where it stopped. Nothing of this record and of those behind it counts as done.
   *
   * @param place the record's place in the batch, from 0
   * @param why what is wrong, in one line that tells no values
   */
  record Stop(int place, String why) {}
}
