package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ScopeState;
import java.util.Set;

/** The outcome of one transaction. */
public sealed interface Commit {
  /**
   * It was recorded.
   *
   * @param state the scope's state after it
   */
  record Recorded(ScopeState state) implements Commit {}

  /**
   * A condition did not hold, or conflicts with other transactions did not end: nothing was
   * written.
   *
   * @param why which condition, in one line
   * @param resources those whose own conditions did not hold; empty if only the scope's did not
   */
  record Lost(String why, Set<Arn> resources) implements Commit {
    /** Copies the resources. */
    public Lost {
      resources = Set.copyOf(resources);
    }
  }

  /**
   * No response was received: it may have been written, now or later.
   *
   * @param why the error, in one line
   */
  record Unknown(String why) implements Commit {}
}
