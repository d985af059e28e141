package dev.bedrockinventory.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Accounts of the organization to inventory: those of some organizational units, or all.
 *
 * @param units the ids of the units, which include the units nested in them, or {@link #ALL}; at
 *     least one
 * @param except the accounts to leave out
 * @param regions the regions to sweep, at least one
 * @param roleName the role to assume there
 * @param hasEvents whether CloudTrail events of these accounts should arrive
 */
public record OrganizationTarget(
    SortedSet<String> units,
    SortedSet<String> except,
    SortedSet<String> regions,
    String roleName,
    boolean hasEvents) {
  /** Stands for all accounts of the organization, as a unit. */
  public static final String ALL = "all";

  /** The entry that means all accounts with the default options, and the member of an object. */
  static final String ORGANIZATION = "organization";

  private static final String EXCEPT = "except";

  /** Organizations API Reference, OrganizationalUnit. */
  private static final String UNIT_FORM = "ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}";

  /** Copies the sets. */
  public OrganizationTarget {
    units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /** Whether an entry of a list of accounts is one of the organization. */
  static boolean is(JsonNode entry) {
    return entry.isObject()
        ? entry.has(ORGANIZATION)
        : entry.isTextual() && entry.asText().equals(ORGANIZATION);
  }

  /**
   * Reads such an entry.
   *
   * @throws BadEntryException if a member is malformed or unknown, or an option cannot be read
   */
  static OrganizationTarget read(JsonNode entry, TargetOptions shared, Hub hub) {
    var options =
        entry.isObject()
            ? TargetOptions.read(entry, Set.of(ORGANIZATION, EXCEPT), hub).or(shared)
            : shared;
    return new OrganizationTarget(
        entry.isObject() ? units(entry.path(ORGANIZATION)) : new TreeSet<>(Set.of(ALL)),
        except(entry, hub),
        options.requiredRegions(),
        options.requiredRoleName(),
        options.events().orElse(true));
  }

  /** The targets of these accounts of the units, without those that are left out. */
  Stream<Target> targets(Map<String, ? extends Collection<String>> accounts, Hub hub) {
    return units.stream()
        .flatMap(unit -> Stream.ofNullable(accounts.get(unit)).flatMap(Collection::stream))
        .filter(account -> !except.contains(account))
        .sorted()
        .distinct()
        .map(account ->
            new Target(
                account,
                regions,
                Optional.of(roleName).filter(_ -> !account.equals(hub.account())),
                hasEvents));
  }

  private static SortedSet<String> units(JsonNode value) {
    if (value.isTextual() && value.asText().equals(ALL)) {
      return new TreeSet<>(Set.of(ALL));
    }
    var units = new TreeSet<String>();
    for (var unit : value) {
      if (!unit.isTextual() || !unit.asText().matches(UNIT_FORM)) {
        throw new BadEntryException(
            "has an organizational unit %s; expected an id such as \"ou-a1b2-c3d4e5f6\""
                .formatted(TargetOptions.shown(unit)));
      }
      units.add(unit.asText());
    }
    if (!value.isArray() || units.isEmpty()) {
      throw new BadEntryException(
          "has organization %s; expected \"all\" or an array such as [\"ou-a1b2-c3d4e5f6\"]"
              .formatted(TargetOptions.shown(value)));
    }
    return units;
  }

  private static SortedSet<String> except(JsonNode entry, Hub hub) {
    var except = new TreeSet<String>();
    if (!entry.has(EXCEPT)) {
      return except;
    }
    var value = entry.path(EXCEPT);
    if (!value.isArray()) {
      throw new BadEntryException(
          "has except %s; expected an array such as [\"444455556666\"]"
              .formatted(TargetOptions.shown(value)));
    }
    value.forEach(account -> except.add(TargetOptions.account(account, hub)));
    return except;
  }
}
