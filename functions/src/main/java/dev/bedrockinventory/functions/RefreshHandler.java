package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import dev.bedrockinventory.sweep.RefreshResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * Called with messages of the event queue: CloudTrail's records of calls, and polls of import jobs.
 * An event of an account that is not a target is refused and dropped; a message that cannot be
 * parsed, a resource that could not be read or recorded, and a crash fail the message, so that it
 * is delivered again, after seconds at first. The events of one account and region in a batch share
 * their reads and transactions.
 */
public final class RefreshHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshHandler.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private final Wiring wiring;
  private final Refresher refresher;
  private final FailedMessages failures;
  private final RefreshTelemetry telemetry;

  /** Called by Lambda. */
  public RefreshHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public RefreshHandler(Wiring wiring) {
    this.wiring = wiring;
    refresher = wiring.refresher();
    failures = new FailedMessages(wiring.eventQueue(), FIRST_PAUSE);
    telemetry = new RefreshTelemetry(wiring.metrics());
  }

  /** The body of a message that polls an import job. */
  public static String poll(Arn job) {
    return new RefreshTask.Poll(job).json();
  }

  /** Processes the messages and returns those to deliver again. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
          return failures.response(failed(event.getRecords(), refresher.deadline(remaining)));
        });
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.refresh(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private List<SQSMessage> failed(List<SQSMessage> messages, Deadline deadline) {
    var failed = new ArrayList<SQSMessage>();
    var groups = new LinkedHashMap<String, List<Received>>();
    for (var message : messages) {
      try {
        var task = RefreshTask.parse(message.getBody());
        telemetry.report(message.getMessageId(), task);
        groups
            .computeIfAbsent(task.group(), _ -> new ArrayList<>())
            .add(new Received(message, task));
      } catch (IllegalArgumentException e) {
        LOG.error("message failed", entry("messageId", message.getMessageId()), e);
        failed.add(message);
      }
    }
    groups.values().forEach(group -> failed.addAll(failed(group, deadline)));
    return failed;
  }

  /** A failure of one message must not fail the others: each is then processed alone. */
  private List<SQSMessage> failed(Collection<Received> group, Deadline deadline) {
    try {
      var results = refresher.run(group.stream().map(Received::task).toList(), deadline);
      return group.stream()
          .filter(received -> !isHandled(received, results))
          .map(Received::message)
          .toList();
    } catch (NoTargetException e) {
      group.forEach(
          received -> LOG.warn("event refused", received.id(), entry("why", e.getMessage())));
      return List.of();
    } catch (RuntimeException e) {
      if (group.size() > 1 && !(e instanceof LedgerUnavailableException)) {
        return group.stream()
            .flatMap(received -> failed(List.of(received), deadline).stream())
            .toList();
      }
      group.forEach(received -> LOG.error("message failed", received.id(), e));
      return group.stream().map(Received::message).toList();
    }
  }

  private boolean isHandled(Received received, Map<RefreshTask, List<RefreshResult>> all) {
    var results = all.getOrDefault(received.task(), List.of());
    results.forEach(result -> telemetry.report(received.message().getMessageId(), result));
    return results.stream().noneMatch(RefreshResult.Failed.class::isInstance);
  }

  /** A message and its task. */
  private record Received(SQSMessage message, RefreshTask task) {
    StructuredArgument id() {
      return entry("messageId", message.getMessageId());
    }
  }
}
