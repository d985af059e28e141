package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Selector;
import dev.bedrockinventory.verify.Finding;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Republishes changes from the ledger: the events and their ids are those that the stream
 * published. Corrupted revisions are reported and not published. Not thread-safe, since its reader
 * is not.
 */
public final class Redrive {
  private static final int BATCH = 100;

  private final LedgerReader reader;
  private final LinkCheck links;
  private final InstantSource clock;
  private final ChangePublisher bus;

  /** From this ledger to this bus; the clock gives the last day. */
  public Redrive(LedgerReader reader, InstantSource clock, ChangePublisher bus) {
    this.clock = clock;
    this.reader = reader;
    this.links = new LinkCheck(reader);
    this.bus = bus;
  }

  /**
   * Publishes the selected changes, oldest first, until the bus rejects one. Costs one Query of the
   * scopes, one of the index for each day, and one of the table for each change. An item that
   * cannot be read or does not match its chain is reported and skipped; an unreadable one is always
   * reported, since the selection cannot be evaluated. The index is eventually consistent and does
   * not contain removed revisions: verification finds those.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  public RedriveResult run(RedriveSelection selection) {
    var run = new Run(selection);
    try (var entries = days(selection).flatMap(reader::changes)) {
      for (var each = entries.iterator(); each.hasNext() && run.stop.isEmpty(); ) {
        run.add(each.next());
      }
    }
    if (run.stop.isEmpty()) {
      run.flush();
    }
    return new RedriveResult(run.sent, run.truncated, run.corrupted, run.stop);
  }

  /**
   * Every day until tomorrow, whether the scope items know of changes or not: they may be damaged.
   * They add the days after that, of a clock that was ahead.
   */
  private Stream<LocalDate> days(RedriveSelection selection) {
    var day = ChangeDays.day(selection.since());
    var untilTomorrow = new ChangeDays(day, ChangeDays.day(clock.instant()).plusDays(1));
    var days = reader.changeDays(scope -> true).map(untilTomorrow::and).orElse(untilTomorrow);
    return selection.of(days);
  }

  /** The progress of one run. */
  private final class Run {
    private final RedriveSelection selection;
    private final Selector selector;
    private final List<ChangeEvent> waiting = new ArrayList<>();
    private final List<Finding> corrupted = new ArrayList<>();
    private int sent;
    private int truncated;
    private Optional<RedriveResult.Stop> stop = Optional.empty();

    Run(RedriveSelection selection) {
      this.selection = selection;
      this.selector = new Selector(reader, selection.filter());
    }

    void add(StoredItem<ChangeEntry> stored) {
      stored
          .readable()
          .ifPresentOrElse(
              this::add,
              () ->
                  corrupted.add(
                      new Finding(stored.key(), stored.damage().orElse("cannot be decoded"))));
    }

    private void add(ChangeEntry entry) {
      if (!selection.admits(entry)) {
        return;
      }
      switch (links.find(entry.arn(), entry.number())) {
        case LinkCheck.Found.Corrupted(var problem) ->
            corrupted.add(new Finding(ItemKey.revision(entry.arn(), entry.number()), problem));
        case LinkCheck.Found.Intact(var revision) -> {
          if (admits(revision)) {
            waiting.add(ChangeEvent.of(revision));
          }
        }
      }
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    /** A resource that belongs to no scope is reported, so it counts as selected. */
    private boolean admits(Revision revision) {
      return revision.arn().scope().isEmpty()
          || selector.admits(revision.arn(), revision.document());
    }

    void flush() {
      var delivery = bus.put(waiting);
      var accepted = waiting.subList(0, delivery.accepted());
      sent += accepted.size();
      truncated += (int) accepted.stream().filter(ChangeEvent::truncated).count();
      stop =
          delivery
              .rejection()
              .map(why -> {
                var event = waiting.get(delivery.accepted());
                return new RedriveResult.Stop(event.id(), event.observedAt(), why);
              });
      waiting.clear();
    }
  }
}
