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
 * The CloudTrail records of calls that changed a resource or tried to, in the order of the changes.
 * Reads are not recorded, and neither are changes that code in this process makes directly. A
 * record is available before its call returns, so that the caller can drain it. Thread-safe.
 */
public final class CloudTrail {
  /**
   * Errors of calls that are not recorded: CloudTrail records calls that authorization refused, not
   * those that authentication refused (Amazon S3 User Guide, "Logging options").
   */
  private static final Set<String> UNAUTHENTICATED =
      Set.of("ExpiredTokenException", "UnrecognizedClientException");

  private final InstantSource clock;
  private final Ids ids;
  private final List<ObjectNode> waiting = new ArrayList<>();

  /** Creates an empty trail; times come from the clock, ids from the generator. */
  public CloudTrail(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Removes and returns the pending records, oldest first: EventBridge envelopes with the detail
   * type {@code AWS API Call via CloudTrail}. Each record is returned once.
   */
  public synchronized List<ObjectNode> drain() {
    var drained = List.copyOf(waiting);
    waiting.clear();
    return drained;
  }

  /**
   * Carries out a call and records its outcome if calls of this operation are recorded. Recorded
   * calls run one after another, so that the records have the order of the changes.
   *
   * @throws Refusal if the call fails
   */
  public Answer witness(Invocation invocation, Origin origin, Supplier<Answer> call) {
    var recorded = RecordedOperation.find(invocation.operation());
    return recorded.isEmpty()
        ? call.get()
        : witness(new Envelope.Call(recorded.get(), invocation, origin), call);
  }

  private synchronized Answer witness(Envelope.Call call, Supplier<Answer> carryOut) {
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

  private void add(Envelope.Call call, CallOutcome outcome) {
    waiting.add(
        new Envelope(ids.uuid().toString(), ids.uuid().toString(), clock.instant())
            .around(call, outcome));
  }
}
