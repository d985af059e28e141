package dev.bedrockinventory.settings;

import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The accounts and regions to be inventoried, from the parameters under one SSM path. A problem in
 * one entry does not affect the others.
 *
 * @param targets the accounts, each once, in the order of the parameters' names and their entries
 * @param organization the entries that stand for accounts of the organization, in the same order
 * @param excuses the scopes that count for no alarm
 * @param problems the invalid entries: where, what, and how to fix it, one line each
 */
public record Targets(
    List<Target> targets,
    List<OrganizationTarget> organization,
    List<Excuse> excuses,
    List<String> problems) {
  /** The account or region in which the functions run. */
  public static final String HERE = "here";

  /**
   * The name, under the path, of the parameter that contains the options that all accounts share.
   */
  public static final String DEFAULTS = "defaults";

  /** The name, under the path, of a deployment's first list of accounts. */
  public static final String ACCOUNTS = "accounts";

  /** The name, under the path, of the parameter that contains the excuses; it is optional. */
  public static final String EXCUSES = "excuses";

  /** The role to assume in other accounts, unless the parameters specify another. */
  public static final String ROLE_NAME = "BedrockInventoryReader";

  /** A deployment's value of {@link #DEFAULTS}; constant, so that it overwrites no edit. */
  public static final String FIRST_DEFAULTS = "{\"regions\":[\"here\"]}";

  /** A deployment's value of {@link #ACCOUNTS}; constant, so that it overwrites no edit. */
  public static final String FIRST_ACCOUNTS = "[\"here\"]";

  /** Copies the lists. */
  public Targets {
    targets = List.copyOf(targets);
    organization = List.copyOf(organization);
    excuses = List.copyOf(excuses);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the parameters.
   *
   * @param parameters from a parameter's full name, including the path, to its value
   * @param hub what {@link #HERE} means
   */
  public static Targets parse(SortedMap<String, String> parameters, Hub hub) {
    var parser = new TargetsParser(hub);
    parameters.forEach((name, value) -> {
      if (is(name, DEFAULTS)) {
        parser.readDefaults(name, value);
      }
    });
    parameters.forEach((name, value) -> {
      if (is(name, EXCUSES)) {
        parser.readExcuses(name, value);
      } else if (!is(name, DEFAULTS)) {
        parser.readAccounts(name, value);
      }
    });
    return parser.targets();
  }

  /**
   * The units of the organization whose accounts must be listed: the ids of organizational units,
   * and {@link OrganizationTarget#ALL} for all accounts. Empty if there are no such entries.
   */
  public SortedSet<String> units() {
    var units = new TreeSet<String>();
    organization.forEach(target -> units.addAll(target.units()));
    return units;
  }

  /**
   * These targets with the accounts of the organization. An account that is defined by itself has
   * its own options, others those of the first entry that includes them.
   *
   * @param accounts the accounts by unit; a unit that is absent has none
   * @param hub the home account, which is swept with the functions' own credentials
   */
  public Targets expand(Map<String, ? extends Collection<String>> accounts, Hub hub) {
    var expanded = new LinkedHashMap<String, Target>();
    targets.forEach(target -> expanded.put(target.account(), target));
    organization.forEach(entry ->
        entry
            .targets(accounts, hub)
            .forEach(target -> expanded.putIfAbsent(target.account(), target)));
    return new Targets(List.copyOf(expanded.values()), organization, excuses, problems);
  }

  /** These targets with further problems. */
  public Targets with(Collection<String> others) {
    var all = new ArrayList<>(problems);
    all.addAll(others);
    return new Targets(targets, organization, excuses, all);
  }

  /** Whether a scope counts for no alarm at this time. */
  public boolean excuses(Scope scope, Instant now) {
    return excuses.stream().anyMatch(excuse -> excuse.covers(scope, now));
  }

  private static boolean is(String name, String last) {
    return name.endsWith("/" + last);
  }
}
