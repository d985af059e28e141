package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.ScopePlan;
import dev.bedrockinventory.model.Scope;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures how much of the inventory is no longer planned. */
final class LostTargets {
  private LostTargets() {}

  /**
   * The share of what was planned within the last day and is missing or removed now, in percent
   * from 0 to 100: the larger one of that of the accounts and that of the scopes.
   */
  static double percent(ScopePlan plan) {
    var lost = new HashSet<>(plan.missing());
    lost.addAll(plan.removed());
    var accounts = accounts(plan.planned());
    var lostAccounts = accounts(lost);
    lostAccounts.removeAll(accounts);
    return Math.max(
        percent(lostAccounts.size(), accounts.size()), percent(lost.size(), plan.planned().size()));
  }

  private static double percent(int lost, int planned) {
    return lost == 0 ? 0 : 100.0 * lost / (lost + planned);
  }

  private static Set<String> accounts(Set<Scope> scopes) {
    return scopes.stream().map(Scope::account).collect(Collectors.toCollection(HashSet::new));
  }
}
