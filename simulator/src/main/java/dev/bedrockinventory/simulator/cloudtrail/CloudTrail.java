package dev.bedrockinventory.simulator.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The records of the calls that changed something or tried to, in the order of what they changed.
 * Reads leave none, and neither does what code in this process changes in a place. A record waits
 * before its call is answered, so that whoever has the answer can drain it. Thread-safe.
 */
public final class CloudTrail {
  /**
   * A call whose caller was not recognized is nobody's: CloudTrail keeps calls that authorization
   * refused, not those that authentication did (Amazon S3 User Guide, "Logging options").
   */
  private static final Set<String> UNAUTHENTICATED =
      Set.of("ExpiredTokenException", "UnrecognizedClientException");

  private final InstantSource clock;
  private final Ids ids;
  private final List<ObjectNode> waiting = new ArrayList<>();

  /** No events yet; times come from the clock and ids from these. */
  public CloudTrail(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Takes the records that wait, oldest first: EventBridge envelopes with the detail type {@code
   * AWS API Call via CloudTrail}. Each is handed out once; none wait when the list is empty.
   */
  public synchronized List<ObjectNode> drain() {
    var drained = List.copyOf(waiting);
    waiting.clear();
    return drained;
  }

  /**
   * Carries out a call and records its outcome, where calls of the operation are recorded. Those
   * are carried out one after another, so that the records have the order of the changes.
   *
   * @throws Refusal that of the call
   */
  public Answer witness(Invocation invocation, Origin origin, Supplier<Answer> call) {
    var recorded = RecordedOperation.find(invocation.operation());
    return recorded.isEmpty()
        ? call.get()
        : witness(new CallRecord(recorded.get(), invocation, origin), call);
  }

  private synchronized Answer witness(CallRecord call, Supplier<Answer> carryOut) {
    try {
      var answer = carryOut.get();
      add(call, new CallOutcome.Done(answer));
      return answer;
    } catch (Refusal refusal) {
      if (!UNAUTHENTICATED.contains(refusal.code())) {
        add(call, new CallOutcome.Refused(refusal));
      }
      throw refusal;
    }
  }

  private void add(CallRecord call, CallOutcome outcome) {
    waiting.add(
        new Envelope(ids.uuid().toString(), ids.uuid().toString(), clock.instant())
            .around(call, outcome));
  }
}
