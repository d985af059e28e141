package dev.bedrockinventory.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * Runs several tasks one step at a time, in an order that is chosen: a task stops before each step
 * until it is its turn, so that exactly one runs at any time.
 */
final class Stepper {
  private final IntUnaryOperator choice;
  private final List<Actor> actors = new ArrayList<>();

  /** Steps of which the choice, given how many tasks wait, selects the next one. */
  Stepper(IntUnaryOperator choice) {
    this.choice = choice;
  }

  /** One task; it calls {@link #step} before everything that others can see. */
  static final class Actor implements Runnable {
    private final SynchronousQueue<Boolean> turn = new SynchronousQueue<>();
    private final SynchronousQueue<Optional<Throwable>> stopped = new SynchronousQueue<>();
    private final Consumer<Actor> task;
    private boolean ended;

    private Actor(Consumer<Actor> task) {
      this.task = task;
    }

    void step() {
      try {
        stopped.put(Optional.empty());
        turn.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the steps", e);
      }
    }

    @Override
    public void run() {
      Optional<Throwable> failure = Optional.empty();
      try {
        turn.take();
        task.accept(this);
      } catch (SweepTest.Crash e) {
        // The process ended here; what it left behind is what the test is about.
      } catch (Throwable e) {
        failure = Optional.of(e);
      }
      ended = true;
      put(failure);
    }

    private void put(Optional<Throwable> failure) {
      try {
        stopped.put(failure);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the steps", e);
      }
    }

    private void proceed() {
      try {
        turn.put(true);
        stopped
            .take()
            .ifPresent(failure -> {
              throw new AssertionError("a task failed", failure);
            });
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the steps", e);
      }
    }
  }

  /** Adds a task, which begins when it is first its turn. */
  void add(Consumer<Actor> task) {
    var actor = new Actor(task);
    actors.add(actor);
    Thread.ofVirtual().start(actor);
  }

  /** Runs all the tasks to their ends, and the check after every step. */
  void run(Runnable check) {
    while (!actors.isEmpty()) {
      actors.get(choice.applyAsInt(actors.size())).proceed();
      actors.removeIf(one -> one.ended);
      check.run();
    }
  }
}
