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
 * Tells again, from the ledger, what the feed lost: the events are those that the stream's records
 * made, with the same ids. A revision that is no longer what was recorded is not told. Not
 * thread-safe, since its reader is not.
 */
public final class Redrive {
  private static final int TOGETHER = 100;

  private final LedgerReader reader;
  private final LinkCheck links;
  private final InstantSource clock;
  private final ChangePublisher bus;

  /** From this ledger to this bus; the clock tells which day is the last. */
  public Redrive(LedgerReader reader, InstantSource clock, ChangePublisher bus) {
    this.reader = reader;
    this.links = new LinkCheck(reader);
    this.clock = clock;
    this.bus = bus;
  }

  /**
   * Tells the changes that are wanted, oldest first, until the bus does not take one: one Query of
   * the index for each day from the first on, and one of the table for each change. An item that
   * cannot be read, or does not fit its chain, is named, and the next one is gone on with; one that
   * cannot be read is named whatever is wanted, since nothing tells whether it is. The index lags
   * behind the table for a moment, and names no revision that was removed: verification finds
   * those.
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

  /** What has become of the changes so far. */
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
                  broken.add(new Finding(stored.key(), stored.damage().orElse("spells nothing"))));
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
