package dev.bedrockinventory.settings;

import java.util.List;
import java.util.SortedMap;

/**
 * The accounts and regions to inventory, as configured by the parameters under one SSM path. A
 * problem in one entry does not stop the others.
 *
 * @param targets the accounts, each once, in the order of the parameters' names and their entries
 * @param problems the entries that could not be used: where, what, and how to fix it, one line each
 */
public record Targets(List<Target> targets, List<String> problems) {
  /** Means the account, or the region, of the functions. */
  public static final String HERE = "here";

  /** The name, under the path, of the parameter with the shared defaults. */
  public static final String DEFAULTS = "defaults";

  /** The name, under the path, of a deployment's first list of accounts. */
  public static final String ACCOUNTS = "accounts";

  /** The role to assume in other accounts, unless the parameters name another. */
  public static final String ROLE_NAME = "BedrockInventoryReader";

  /** A deployment's value of {@link #DEFAULTS}; constant, so that it overwrites no edit. */
  public static final String FIRST_DEFAULTS = "{\"regions\":[\"here\"]}";

  /** A deployment's value of {@link #ACCOUNTS}; constant, so that it overwrites no edit. */
  public static final String FIRST_ACCOUNTS = "[\"here\"]";

  /** Copies the lists. */
  public Targets {
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the parameters.
   *
   * @param parameters from a parameter's full name, with its path, to its value
   * @param hub the meaning of {@link #HERE}
   */
  public static Targets parse(SortedMap<String, String> parameters, Hub hub) {
    var reading = new TargetsParser(hub);
    parameters.forEach((name, value) -> {
      if (isDefaults(name)) {
        reading.readDefaults(name, value);
      }
    });
    parameters.forEach((name, value) -> {
      if (!isDefaults(name)) {
        reading.readAccounts(name, value);
      }
    });
    return reading.targets();
  }

  private static boolean isDefaults(String name) {
    return name.endsWith("/" + DEFAULTS);
  }
}
