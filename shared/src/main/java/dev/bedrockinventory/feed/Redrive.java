package dev.bedrockinventory.feed;

import dev.bedrockinventory.audit.Change;
import dev.bedrockinventory.audit.Changes;
import dev.bedrockinventory.audit.Filter;
import dev.bedrockinventory.audit.Period;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.Stored;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells again, from the ledger, what the feed lost: the events are those that the stream's records
 * made, with the same ids. A revision that is no longer what was recorded is not told. Not
 * thread-safe, since its reader is not.
 */
public final class Redrive {
  private static final int TOGETHER = 100;

  private final LedgerReader reader;
  private final Changes changes;
  private final ChangeBus bus;

  /** From this ledger to this bus; the clock tells which day is the last. */
  public Redrive(LedgerReader reader, InstantSource clock, ChangeBus bus) {
    this.reader = reader;
    this.changes = new Changes(reader, clock);
    this.bus = bus;
  }

  /**
   * Tells the changes of a period, oldest first, until the bus does not take one: one Query for
   * each day and for each change. The index that names them lags behind the table for a moment, and
   * names no revision that was removed: verification finds those.
   *
   * @param kinds the change kinds; empty: all
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be read
   */
  public Redriven run(Period period, Filter filter, Set<ChangeKind> kinds) {
    var run = new Run();
    for (var each = changes.withoutCauses(period, filter, kinds).iterator();
        each.hasNext() && run.stop.isEmpty(); ) {
      run.add(each.next());
    }
    if (run.stop.isEmpty()) {
      run.flush();
    }
    return new Redriven(run.sent, run.truncated, run.broken, run.stop);
  }

  /** What has become of the changes so far. */
  private final class Run {
    private final List<ChangeEvent> waiting = new ArrayList<>();
    private final List<Redriven.Broken> broken = new ArrayList<>();
    private int sent;
    private int truncated;
    private Optional<Redriven.Stop> stop = Optional.empty();

    void add(Change change) {
      var stored = reader.revisions(change.arn(), change.revision(), change.revision()).findFirst();
      var problem = stored.map(Redrive::findProblem).orElse(Optional.of("its revision is missing"));
      if (problem.isPresent()) {
        broken.add(new Redriven.Broken(change.arn(), change.revision(), problem.get()));
        return;
      }
      stored.ifPresent(revision -> waiting.add(ChangeEvent.of(revision.value())));
      if (waiting.size() == TOGETHER) {
        flush();
      }
    }

    void flush() {
      var delivery = bus.put(waiting);
      var taken = waiting.subList(0, delivery.taken());
      sent += taken.size();
      truncated += (int) taken.stream().filter(ChangeEvent::truncated).count();
      stop =
          delivery
              .refusal()
              .map(why -> {
                var event = waiting.get(delivery.taken());
                return new Redriven.Stop(event.id(), event.observedAt(), why);
              });
      waiting.clear();
    }
  }

  private static Optional<String> findProblem(Stored<Revision> stored) {
    if (stored.damage().isPresent()) {
      return stored.damage();
    }
    var revision = stored.value();
    return Chain.hash(revision).equals(revision.chainHash())
        ? Optional.empty()
        : Optional.of("its chain hash is not that of what it says");
  }
}
