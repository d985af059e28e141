package dev.bedrockinventory.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Chooses between alternatives, run after run, so that every sequence of choices is made once. What
 * chooses must depend on nothing but the choices.
 */
final class EveryChoice implements IntUnaryOperator {
  private final List<Choice> made = new ArrayList<>();
  private int next;

  private record Choice(int taken, int alternatives) {}

  @Override
  public int applyAsInt(int alternatives) {
    if (next == made.size()) {
      made.add(new Choice(0, alternatives));
    }
    return made.get(next++).taken();
  }

  /** Begins another run; whether there is one that was not made yet. */
  boolean again() {
    next = 0;
    while (!made.isEmpty()) {
      var last = made.removeLast();
      if (last.taken() + 1 < last.alternatives()) {
        made.add(new Choice(last.taken() + 1, last.alternatives()));
        return true;
      }
    }
    return false;
  }
}
