package dev.bedrockinventory.infra;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One plan and its sweeps on a virtual clock. The tasks of an account and region are a message
 * group, of which one is in work; as many sweeps run at the same time as are allowed. The durations
 * are assumptions, stated with the table in docs/deployment.md.
 */
final class SweepSimulation {
  /** Of a sweep of each kind in seconds, with the role already assumed. */
  private static final double[] SWEEPS = {1.0, 1.5, 0.8};

  private static final double COLD_START = 2;

  /** Of a thousand sweeps, so many wait for an account that cannot be reached. */
  private static final int UNREACHABLE = 10;

  private static final double TIMEOUT = 30;

  /** A write to the table, a batch of ten messages, and a page of a thousand scopes. */
  private static final double WRITE = 0.010;

  private static final double SEND = 0.030;
  private static final double PAGE = 0.060;

  /** The planner's requests at the same time, as in the class Parallel. */
  private static final int PARALLEL = 16;

  private SweepSimulation() {}

  /** How long the first plan of so many scopes takes, in seconds: it writes each of them. */
  static double planSeconds(int scopes) {
    return scopes / 1000.0 * PAGE + (scopes * WRITE + scopes / 10.0 * SEND) / PARALLEL;
  }

  /** After how many seconds all scopes of a plan are swept. */
  static double sweepSeconds(int groups, int concurrency, long seed) {
    var random = new Random(seed);
    var waiting = new ArrayDeque<Integer>(); // the kind of each group's next task
    for (var group = 0; group < groups; group++) {
      waiting.add(0);
    }
    var free = new PriorityQueue<Double>();
    for (var worker = 0; worker < concurrency; worker++) {
      free.add(COLD_START);
    }
    var ready = new PriorityQueue<Ready>();
    var end = 0.0;
    while (!waiting.isEmpty() || !ready.isEmpty()) {
      var now = free.remove();
      while (!ready.isEmpty() && (ready.element().at() <= now || waiting.isEmpty())) {
        now = Math.max(now, ready.element().at());
        waiting.add(ready.remove().task());
      }
      var task = waiting.remove();
      var done = now + seconds(task, random);
      end = Math.max(end, done);
      free.add(done);
      if (task + 1 < SWEEPS.length) {
        ready.add(new Ready(done, task + 1));
      }
    }
    return end;
  }

  private static double seconds(int kind, Random random) {
    return random.nextInt(1000) < UNREACHABLE
        ? TIMEOUT
        : SWEEPS[kind] * (0.5 + random.nextDouble());
  }

  /** A group whose next task may begin at this time. */
  private record Ready(double at, int task) implements Comparable<Ready> {
    @Override
    public int compareTo(Ready other) {
      return Double.compare(at, other.at);
    }
  }
}
