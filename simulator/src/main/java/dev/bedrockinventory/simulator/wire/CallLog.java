package dev.bedrockinventory.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The log of every signed call, in the order of the responses. Thread-safe. */
public final class CallLog {
  private final List<LoggedCall> log = new ArrayList<>();

  /** Adds a call; the gateway does. */
  public synchronized void add(LoggedCall call) {
    log.add(call);
  }

  /** Every call since the log was cleared. */
  public synchronized List<LoggedCall> all() {
    return List.copyOf(log);
  }

  /** The calls of one operation. */
  public List<LoggedCall> of(String operation) {
    return all().stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** How many calls of one operation there were, the refused and the dropped included. */
  public int count(String operation) {
    return of(operation).size();
  }

  /** How many calls of each operation there were; operations that were not called are not in it. */
  public NavigableMap<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    all().forEach(call -> counts.merge(call.operation(), 1, Integer::sum));
    return counts;
  }

  /** Empties the log. */
  public synchronized void clear() {
    log.clear();
  }
}
