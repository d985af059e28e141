package dev.bedrockinventory.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Scopes whose sweeps are known to fail: until a day they are still swept, but count for no alarm.
 * At least one of account, region and kind is present.
 *
 * @param account the account; absent for all
 * @param region the region; absent for all
 * @param kind the kind; absent for all
 * @param reason why, not blank
 * @param until the last day, in UTC
 */
public record Excuse(
    Optional<String> account,
    Optional<String> region,
    Optional<Kind> kind,
    String reason,
    LocalDate until) {
  private static final Set<String> MEMBERS = Set.of("account", "region", "kind", "reason", "until");

  /** Whether it covers a scope at this time. */
  public boolean covers(Scope scope, Instant now) {
    return account.stream().allMatch(scope.account()::equals)
        && region.stream().allMatch(scope.region()::equals)
        && kind.stream().allMatch(scope.kind()::equals)
        && !LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(until);
  }

  /**
   * Reads an excuse.
   *
   * @throws BadEntryException if a member is missing, malformed or unknown
   */
  static Excuse read(JsonNode entry, Hub hub) {
    if (!entry.isObject()) {
      throw new BadEntryException("is not a JSON object, but " + TargetOptions.shown(entry));
    }
    entry
        .fieldNames()
        .forEachRemaining(name -> {
          if (!MEMBERS.contains(name)) {
            throw new BadEntryException(
                "has a member '%s'; expected account, region, kind, reason and until"
                    .formatted(name));
          }
        });
    var excuse =
        new Excuse(
            present(entry, "account").map(account -> TargetOptions.account(account, hub)),
            present(entry, "region").map(region -> TargetOptions.region(region, hub)),
            present(entry, "kind").map(Excuse::kind),
            entry.path("reason").asText().strip(),
            day(entry.path("until")));
    if (excuse.account.isEmpty() && excuse.region.isEmpty() && excuse.kind.isEmpty()) {
      throw new BadEntryException("would excuse every scope; add an account, a region or a kind");
    }
    if (excuse.reason.isEmpty()) {
      throw new BadEntryException("has no reason; expected a text");
    }
    return excuse;
  }

  private static Optional<JsonNode> present(JsonNode entry, String member) {
    return Optional.ofNullable(entry.get(member));
  }

  private static Kind kind(JsonNode value) {
    return Kind.find(value.asText())
        .orElseThrow(
            () -> new BadEntryException("has an unknown kind " + TargetOptions.shown(value)));
  }

  private static LocalDate day(JsonNode value) {
    try {
      return LocalDate.parse(value.asText());
    } catch (DateTimeException _) {
      throw new BadEntryException(
          "has until %s; expected the last day, such as \"2027-01-31\""
              .formatted(TargetOptions.shown(value)));
    }
  }
}
