package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.verify.Finding;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Republishes from the ledger what the feed lost: the same events with the same ids. A modified
 * revision is not published. Not thread-safe, since its reader is not.
 */
public final class Redrive {
  private static final int TOGETHER = 100;

  private final LedgerReader reader;
  private final LinkCheck links;
  private final InstantSource clock;
  private final ChangePublisher bus;

  /** Creates a redrive from this ledger to this bus; the clock determines the last day. */
  public Redrive(LedgerReader reader, InstantSource clock, ChangePublisher bus) {
    this.reader = reader;
    this.links = new LinkCheck(reader);
    this.clock = clock;
    this.bus = bus;
  }

  /**
   * Publishes the selected changes, oldest first, until the bus refuses one: one Query of the index
   * for each day, and one of the table for each change. An item that cannot be read, or does not
   * match its chain, is reported and skipped; one that cannot be read is always reported, since it
   * may be selected. The index lags slightly behind the table and lacks removed revisions:
   * verification finds those.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  public RedriveResult run(RedriveSelection wanted) {
    var run = new Run(wanted);
    try (var entries = wanted.days(clock.instant()).flatMap(reader::changes)) {
      for (var each = entries.iterator(); each.hasNext() && run.stop.isEmpty(); ) {
        run.add(each.next());
      }
    }
    if (run.stop.isEmpty()) {
      run.flush();
    }
    return new RedriveResult(run.sent, run.truncated, run.broken, run.stop);
  }

  /** The intermediate result. */
  private final class Run {
    private final RedriveSelection wanted;
    private final List<ChangeEvent> waiting = new ArrayList<>();
    private final List<Finding> broken = new ArrayList<>();
    private int sent;
    private int truncated;
    private Optional<RedriveResult.Stop> stop = Optional.empty();

    Run(RedriveSelection wanted) {
      this.wanted = wanted;
    }

    void add(StoredItem<ChangeEntry> stored) {
      stored
          .readable()
          .ifPresentOrElse(
              this::add,
              () ->
                  broken.add(
                      new Finding(stored.key(), stored.damage().orElse("cannot be decoded"))));
    }

    private void add(ChangeEntry entry) {
      if (!wanted.admits(entry)) {
        return;
      }
      switch (links.find(entry.arn(), entry.number())) {
        case LinkCheck.Found.Broken(var problem) ->
            broken.add(new Finding(ItemKey.revision(entry.arn(), entry.number()), problem));
        case LinkCheck.Found.Whole(var revision) -> {
          if (wanted.admits(revision)) {
            waiting.add(ChangeEvent.of(revision));
          }
        }
      }
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
                return new RedriveResult.Stop(event.id(), event.observedAt(), why);
              });
      waiting.clear();
    }
  }
}
