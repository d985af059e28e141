package dev.bedrockinventory.simulator.cloudtrail;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Refusal;

/** How a call ended. */
sealed interface CallOutcome {
  /** It succeeded. */
  record Done(Answer answer) implements CallOutcome {}

  /** It was refused or failed, and changed nothing. */
  record Refused(Refusal refusal) implements CallOutcome {
    /** CloudTrail has its own name for a call that authorization refused. */
    String code() {
      return refusal.code().equals("AccessDeniedException") ? "AccessDenied" : refusal.code();
    }
  }
}
