package dev.bedrockinventory.settings;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One account to inventory.
 *
 * @param account the account's twelve digits
 * @param regions the regions to sweep, at least one
 * @param roleName the role to assume there; absent for the home account, which is swept with the
 *     functions' own credentials
 * @param hasEvents whether its CloudTrail events should arrive, so that each change has an author
 */
public record Target(
    String account, SortedSet<String> regions, Optional<String> roleName, boolean hasEvents) {
  /** Copies the regions. */
  public Target {
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /**
   * Every scope of the target, in order: all kinds in all regions. A region without imported
   * models, or without Bedrock, is cheap to sweep, and is included once it has them.
   */
  public List<Scope> scopes() {
    return regions.stream()
        .flatMap(
            region -> Arrays.stream(Kind.values()).map(kind -> new Scope(account, region, kind)))
        .sorted()
        .toList();
  }
}
