package dev.bedrockinventory.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.EntryRefusal;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.wire.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The scripted faults. All that match a call act on it, in the order in which they were added; the
 * first that refuses or drops it ends it. Thread-safe.
 */
public final class Faults {
  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();
  private final InstantSource clock;

  /** Faults whose token buckets are refilled by this clock. */
  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The effect of the faults before the call.
   *
   * @param delay the delay of the response
   * @param drop whether the connection is closed instead
   * @param refusal the error to return instead
   * @param entries the refused entries of a batch, by their index from 0
   */
  public record Before(
      Duration delay, boolean drop, Optional<Refusal> refusal, Map<Integer, EntryRefusal> entries) {
    private Before(Duration delay, boolean drop, Optional<Refusal> refusal) {
      this(delay, drop, refusal, Map.of());
    }
  }

  /**
   * The response after the faults.
   *
   * @param cutAt the number of bytes of the body after which the connection ends
   */
  public record After(Answer answer, OptionalInt cutAt) {}

  /** Applies a fault to every matching call until it is removed. */
  public ActiveFault add(Match match, Fault fault) {
    return add(match, fault, Integer.MAX_VALUE);
  }

  /**
   * Applies a fault to a number of matching calls. A change of a response that changes nothing,
   * such as the omission of an item that the page does not contain, is not counted.
   */
  public ActiveFault add(Match match, Fault fault, int times) {
    var added = new ActiveFault(this, match, fault, times, clock);
    active.add(added);
    return added;
  }

  /** Removes every fault. */
  public void clear() {
    active.clear();
  }

  void remove(ActiveFault fault) {
    active.remove(fault);
  }

  /** The effect of the matching faults before a call; the gateway asks once for each call. */
  public Before before(Invocation invocation, Optional<PageFormat> listing) {
    var delay = Duration.ZERO;
    var entries = new HashMap<Integer, EntryRefusal>();
    for (var each : active) {
      if (!each.match().fits(invocation, listing.isPresent())) {
        continue;
      }
      switch (each.fault()) {
        case Fault.Slow(Duration by) -> {
          if (each.take()) {
            delay = delay.plus(by);
          }
        }
        case Fault.Drop() -> {
          if (each.take()) {
            return new Before(delay, true, Optional.empty());
          }
        }
        case Fault.Refuse(int status, String code, String message) -> {
          if (each.take()) {
            return new Before(delay, false, Optional.of(new Refusal(status, code, message)));
          }
        }
        case Fault.Limit limit -> {
          if (!each.allows(limit, invocation) && each.take()) {
            return new Before(
                delay,
                false,
                Optional.of(
                    new Refusal(429, "ThrottlingException", "Too many requests, please wait.")));
          }
        }
        case Fault.RefuseEntries(var which, var refusal) -> {
          var matched = places(invocation, which);
          if (!matched.isEmpty() && each.take()) {
            matched.forEach(place -> entries.putIfAbsent(place, refusal));
          }
        }
        case Fault.Edit _, Fault.Cut _, Fault.Replace _ -> {}
      }
    }
    return new Before(delay, false, Optional.empty(), entries);
  }

  private static List<Integer> places(Invocation invocation, Predicate<JsonNode> which) {
    var entries = invocation.parameters().path("Entries");
    return IntStream.range(0, entries.size())
        .filter(place -> which.test(entries.get(place)))
        .boxed()
        .toList();
  }

  /** The response after the matching faults; the gateway asks once for each call. */
  public After after(Invocation invocation, Optional<PageFormat> listing, Answer answer) {
    var changed = answer;
    var cutAt = OptionalInt.empty();
    for (var each : active) {
      if (!each.match().fits(invocation, listing.isPresent())) {
        continue;
      }
      switch (each.fault()) {
        case Fault.Edit(var edit) -> {
          if (changed instanceof Answer.Json json && json.status() < 300 && each.hasTimes()) {
            var body = json.body().deepCopy();
            edit.accept(new Body(body, invocation, listing, each.match()));
            if (!body.equals(json.body()) && each.take()) {
              changed = new Answer.Json(json.status(), body, json.headers());
            }
          }
        }
        case Fault.Cut(int kept) -> {
          if (each.take()) {
            cutAt = OptionalInt.of(kept);
          }
        }
        case Fault.Replace(int status, String body) -> {
          if (each.take()) {
            changed = new Answer.Text(status, body);
          }
        }
        case Fault.Refuse _, Fault.RefuseEntries _, Fault.Limit _, Fault.Drop _, Fault.Slow _ -> {}
      }
    }
    return new After(changed, cutAt);
  }
}
