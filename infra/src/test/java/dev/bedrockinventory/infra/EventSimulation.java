package dev.bedrockinventory.infra;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/**
 * The event queue on a virtual clock while one account sends thousands of events at once. A fair
 * queue is simulated as Amazon SQS documents it: a message group with more than a tenth of the
 * messages in work, and at least 30 of them, waits behind all others.
 */
final class EventSimulation {
  private static final int BATCH = 10;
  private static final int BURST = 10_000;
  private static final double SPAN = 900;

  /** Calls of an event that shares its reads with others of its batch, and of one alone. */
  private static final double CALLS = 1.2;

  private static final double CALLS_ALONE = 3;

  private final int accounts;
  private final int concurrency;
  private final int callsPerSecond;
  private final boolean fair;

  EventSimulation(int accounts, int concurrency, int callsPerSecond, boolean fair) {
    this.accounts = accounts;
    this.concurrency = concurrency;
    this.callsPerSecond = callsPerSecond;
    this.fair = fair;
  }

  /** The longest time until the event of another account was processed, in seconds. */
  double longestWait(long seed) {
    var arriving = events(new Random(seed));
    var noisy = new ArrayDeque<Event>();
    var quiet = new ArrayDeque<Event>();
    var workers = new PriorityQueue<Worker>(Comparator.comparingDouble(Worker::freeAt));
    for (var worker = 0; worker < concurrency; worker++) {
      workers.add(new Worker(0, 0));
    }
    var longest = 0.0;
    while (!arriving.isEmpty() || !quiet.isEmpty() || !noisy.isEmpty()) {
      var now = workers.remove().freeAt();
      if (quiet.isEmpty() && noisy.isEmpty()) {
        now = Math.max(now, arriving.element().at());
      }
      while (!arriving.isEmpty() && arriving.element().at() <= now) {
        var event = arriving.remove();
        (event.noisy() ? noisy : quiet).add(event);
      }
      var inWork = workers.stream().mapToInt(Worker::noisy).sum();
      var batch = receive(quiet, noisy, inWork);
      var noise = (int) batch.stream().filter(Event::noisy).count();
      var calls = noise * CALLS + (batch.size() - noise) * CALLS_ALONE;
      var done = now + calls / callsPerSecond;
      workers.add(new Worker(done, noise));
      for (var event : batch) {
        longest = event.noisy() ? longest : Math.max(longest, done - event.at());
      }
    }
    return longest;
  }

  private List<Event> receive(Queue<Event> quiet, Queue<Event> noisy, int inWork) {
    var waitsBehind = fair && inWork >= 30 && inWork * 10 > concurrency * BATCH;
    var batch = new ArrayList<Event>();
    while (batch.size() < BATCH && !(quiet.isEmpty() && noisy.isEmpty())) {
      var isQuiet =
          !quiet.isEmpty()
              && (noisy.isEmpty() || waitsBehind || quiet.element().at() < noisy.element().at());
      batch.add(isQuiet ? quiet.remove() : noisy.remove());
    }
    return batch;
  }

  /** A burst of one account, and an event of each other account every ten minutes. */
  private Queue<Event> events(Random random) {
    var events = new ArrayList<Event>();
    for (var event = 0; event < BURST; event++) {
      events.add(new Event(60 * random.nextDouble(), true));
    }
    for (var account = 1; account < accounts; account++) {
      for (var at = 600 * random.nextDouble(); at < SPAN; at += 600) {
        events.add(new Event(at, false));
      }
    }
    events.sort(Comparator.comparingDouble(Event::at));
    return new ArrayDeque<>(events);
  }

  /** An event that arrives at this second. */
  private record Event(double at, boolean noisy) {}

  /** A function that is busy until this second, with so many events of the noisy account. */
  private record Worker(double freeAt, int noisy) {}
}
