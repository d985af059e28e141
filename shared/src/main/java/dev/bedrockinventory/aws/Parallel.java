package dev.bedrockinventory.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Runs work that waits for services in parallel, and returns the results in the input's order. */
public final class Parallel {
  /** How much work runs at the same time; the HTTP client reuses as many connections. */
  public static final int AT_ONCE = 16;

  private Parallel() {}

  /** Runs the work for each; the first failure, in that order, is thrown after all have ended. */
  public static <A, B> List<B> map(Collection<A> inputs, Function<A, B> work) {
    var free = new Semaphore(AT_ONCE);
    var futures = new ArrayList<Future<B>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      inputs.forEach(input -> futures.add(threads.submit(() -> run(free, input, work))));
    }
    return futures.stream().map(Parallel::result).toList();
  }

  /**
   * The same for a stream: the work runs in groups while the results are consumed, in the order of
   * the inputs.
   */
  public static <A, B> Stream<B> stream(Stream<A> inputs, Function<A, B> work) {
    return inputs
        .gather(Gatherers.windowFixed(AT_ONCE))
        .flatMap(group -> map(group, work).stream());
  }

  private static <A, B> B run(Semaphore free, A input, Function<A, B> work)
      throws InterruptedException {
    free.acquire();
    try {
      return work.apply(input);
    } finally {
      free.release();
    }
  }

  private static <B> B result(Future<B> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
