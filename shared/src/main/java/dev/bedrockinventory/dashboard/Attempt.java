package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that was refused or failed, and changed nothing.
 *
 * @param at when
 * @param who the caller
 * @param event the call
 * @param error why it failed
 */
public record Attempt(String at, String who, String event, String error) {
  static final int ROWS = 20;

  private static final int MAX_BYTES = 15_000;

  /** The last failed calls, newest first. */
  static List<Attempt> of(List<Evidence> evidence) {
    var budget = new PageBudget(MAX_BYTES);
    var attempts = new ArrayList<Attempt>();
    for (var event : evidence.reversed()) {
      if (attempts.size() == ROWS || budget.isSpent()) {
        break;
      }
      of(event)
          .ifPresent(attempt -> {
            budget.spend(attempt);
            attempts.add(attempt);
          });
    }
    return attempts;
  }

  /** The attempt of an event; absent if the call was successful. */
  static Optional<Attempt> of(Evidence event) {
    return event.refusal().map(refusal -> of(event, refusal));
  }

  private static Attempt of(Evidence event, Evidence.Refusal refusal) {
    var error =
        refusal.message().isEmpty() ? refusal.code() : refusal.code() + ": " + refusal.message();
    return new Attempt(
        TimeText.text(event.at()),
        CallerText.text(event),
        Excerpt.of(event.event()),
        Excerpt.of(error));
  }
}
