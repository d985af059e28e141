package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.query.Coverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is shown before every view while data is incomplete or old.
 *
 * @param headline how many scopes are concerned; empty if all is well
 * @param examples the first of them, one sentence each
 * @param coverage shows all scopes
 */
public record Notice(String headline, List<String> examples, Optional<Action> coverage) {
  /** Nothing is incomplete or old. */
  static final Notice NONE = new Notice("", List.of(), Optional.empty());

  /** A planned scope is old if its last complete sweep ended longer ago. */
  static final Duration OLD = Duration.ofHours(2);

  private static final int EXAMPLES = 3;

  /** Copies the list. */
  public Notice {
    examples = List.copyOf(examples);
  }

  static Notice of(Coverage coverage, DashboardRequest request) {
    var wrong = coverage.scopes().stream().filter(entry -> isWrong(entry, request)).toList();
    var damaged = coverage.damaged().size();
    if (wrong.isEmpty() && damaged == 0) {
      return NONE;
    }
    return new Notice(
        headline(wrong.size(), damaged),
        wrong.stream().limit(EXAMPLES).map(Notice::sentence).toList(),
        Optional.of(request.action("Coverage", request.parameters().scopesIn(View.COVERAGE))));
  }

  private static String headline(int wrong, int damaged) {
    var parts = new ArrayList<String>();
    if (wrong > 0) {
      parts.add(
          wrong == 1 ? "1 scope is incomplete or old" : wrong + " scopes are incomplete or old");
    }
    if (damaged > 0) {
      parts.add(damaged == 1 ? "1 item is damaged" : damaged + " items are damaged");
    }
    return String.join("; ", parts) + ". Nothing in them is counted as deleted.";
  }

  /** A region without Bedrock is no gap; nor is a scope that is no longer planned. */
  static boolean isWrong(ScopeEntry entry, DashboardRequest request) {
    var state = entry.state();
    var isUnsupported = state.reason().equals(Optional.of(Reason.UNSUPPORTED));
    var isComplete = state.outcome().equals(Optional.of(Outcome.COMPLETE));
    var isOld =
        state.lastCompleteAt().filter(at -> !at.isBefore(request.now().minus(OLD))).isEmpty();
    return entry.unplannedAt().isEmpty() && !isUnsupported && (!isComplete || isOld);
  }

  private static String sentence(ScopeEntry entry) {
    var state = entry.state();
    var outcome = state.outcome().map(Outcome::name).orElse("PENDING");
    return "%s: %s%s"
        .formatted(
            ChangeRows.place(state.scope()),
            outcome,
            state.reason().map(reason -> ", " + reason).orElse(""));
  }
}
