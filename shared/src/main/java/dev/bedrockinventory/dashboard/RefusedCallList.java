package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RefusalCount;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.RefusedCalls;
import dev.bedrockinventory.query.ResourceNameReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The refused calls about all resources since an instant.
 *
 * @param calls the newest, newest first
 * @param count how many are stored
 * @param notStored one sentence each for the newest principals and days with more calls
 */
public record RefusedCallList(List<RefusedCall> calls, int count, List<String> notStored) {
  private static final int CALLS = 5;

  /** Copies the list. */
  public RefusedCallList {
    calls = List.copyOf(calls);
    notStored = List.copyOf(notStored);
  }

  /** Whether no call was refused. */
  public boolean isEmpty() {
    return calls.isEmpty() && notStored.isEmpty();
  }

  /**
   * A refused call.
   *
   * @param resource shows the resource
   * @param attempt who tried what, and why it failed
   */
  public record RefusedCall(Action resource, Attempt attempt) {}

  /** Costs two Queries, and one or two reads of each resource that is shown. */
  static RefusedCallList read(
      LedgerReader reader,
      Filter scopes,
      Instant since,
      ResourceNameReader names,
      ChangeRows rows) {
    var period = new Period(Optional.of(since), Optional.empty());
    var refused = new RefusedCalls(reader);
    var events = refused.in(period, scopes).toList();
    var counts = refused.notStored(period).toList().reversed();
    var newest = events.stream().limit(CALLS).toList();
    names.prepare(newest.stream().map(Evidence::arn));
    return new RefusedCallList(
        newest.stream().flatMap(event -> call(event, rows)).toList(),
        events.size(),
        counts.stream().limit(CALLS).map(RefusalCount::words).map(Excerpt::of).toList());
  }

  private static Stream<RefusedCall> call(Evidence event, ChangeRows rows) {
    return Attempt.of(event)
        .map(attempt -> new RefusedCall(rows.resource(event.arn()), attempt))
        .stream();
  }
}
