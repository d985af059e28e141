package dev.bedrockinventory.simulator.cloudtrail;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Refusal;

/** How a call ended. */
sealed interface CallOutcome {
  /** It did what it says. */
  record Done(Answer answer) implements CallOutcome {}

  /** It was refused or failed, and changed nothing. */
  record Refused(Refusal refusal) implements CallOutcome {
    /** Authorization's no has a name of its own in CloudTrail. */
    String code() {
      return refusal.code().equals("AccessDeniedException") ? "AccessDenied" : refusal.code();
    }
  }
}
