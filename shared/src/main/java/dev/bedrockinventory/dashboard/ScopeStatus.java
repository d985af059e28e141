package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well a scope is covered, worst first. */
enum ScopeStatus {
  /** The last sweep could read nothing. */
  REFUSED("refused"),
  /** The last sweep could not read or record everything. */
  PARTIAL("partial"),
  /** The last sweep was complete, but too long ago. */
  OLD("old"),
  /** No sweep has ended yet. */
  PENDING("pending"),
  /** The last sweep was complete. */
  COMPLETE("complete"),
  /** Amazon Bedrock, or this part of it, does not exist in the region. */
  UNSUPPORTED("unsupported"),
  /** The scope is no longer among the targets. */
  UNPLANNED("no longer planned");

  private final String words;

  ScopeStatus(String words) {
    this.words = words;
  }

  static ScopeStatus of(ScopeEntry entry, Instant now) {
    if (entry.unplannedAt().isPresent()) {
      return UNPLANNED;
    }
    var state = entry.state();
    if (state.outcome().isEmpty()) {
      return PENDING;
    }
    return switch (state.outcome().get()) {
      case REFUSED ->
          state.reason().equals(Optional.of(Reason.UNSUPPORTED)) ? UNSUPPORTED : REFUSED;
      case PARTIAL -> PARTIAL;
      case COMPLETE ->
          state.lastCompleteAt().filter(at -> !at.isBefore(now.minus(Notice.OLD))).isPresent()
              ? COMPLETE
              : OLD;
    };
  }

  /** The status in words. */
  String words() {
    return words;
  }

  /** The class of the status in templates. */
  String style() {
    return switch (this) {
      case REFUSED -> "bi-deleted";
      case PARTIAL, OLD, PENDING -> "bi-warn";
      case COMPLETE -> "bi-created";
      case UNSUPPORTED, UNPLANNED -> "bi-baseline";
    };
  }

  /** The name with a rank, so that texts sort as the statuses do. */
  String position() {
    return Arrays.asList(values()).indexOf(this) + name().toLowerCase(Locale.ROOT);
  }

  /** What to do about a failure; empty if there is nothing to do. */
  static String advice(Reason reason) {
    return switch (reason) {
      case DENIED -> "Check the permissions and the trust of the reader role of this account.";
      case THROTTLED -> "The next sweep reads it again.";
      case UNSUPPORTED -> "";
      case UNAVAILABLE -> "The next sweep reads it again; check the network if it stays so.";
      case MALFORMED -> "The response does not match the API: check for a newer version.";
      case CLOCK -> "Correct the clock: it differs from that of AWS by more than 5 minutes.";
      case DAMAGED -> "Run './inventory verify', then './inventory repair --dry-run'.";
    };
  }
}
