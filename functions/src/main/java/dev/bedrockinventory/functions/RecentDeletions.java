package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the deletions that were recorded a short time ago. */
final class RecentDeletions {
  private static final Duration WINDOW = Duration.ofHours(1);

  private RecentDeletions() {}

  /**
   * The number of deletions within the last hour by account. System-defined profiles do not count:
   * AWS retires a model from many regions, and so from all accounts, in one day. Costs one Query
   * for each day, of the changes of that hour.
   */
  static Map<String, Integer> byAccount(LedgerReader reader, Instant now) {
    return reader
        .changeKeys(now.minus(WINDOW), now)
        .flatMap(item -> item.readable().stream())
        .filter(key -> key.change() == ChangeKind.DELETED)
        .map(ChangeKey::arn)
        .flatMap(arn -> arn.scope().stream())
        .filter(scope -> scope.kind() != Kind.SYSTEM_INFERENCE_PROFILE)
        .collect(Collectors.toMap(Scope::account, scope -> 1, Integer::sum));
  }
}
