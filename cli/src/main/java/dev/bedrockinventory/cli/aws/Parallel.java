package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.context.CommandFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs work in parallel and returns the results in the order of the input. */
public final class Parallel {
  private Parallel() {}

  /** Runs the work for each; the first failure, in that order, is thrown after all have ended. */
  public static <A, B> List<B> map(List<A> inputs, Function<A, B> work) {
    var futures = new ArrayList<Future<B>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      inputs.forEach(input -> futures.add(threads.submit(() -> work.apply(input))));
    }
    return futures.stream().map(Parallel::result).toList();
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
      throw new CommandFailedException("interrupted", e);
    }
  }
}
