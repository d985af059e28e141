package dev.bedrockinventory.infra.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which other accounts take part: those of the organization where one is set, else the listed ones.
 *
 * @param organization the AWS organization whose accounts may send events and may be read; absent
 *     if there is none
 * @param accounts the accounts that may be read if no organization is set, without duplicates
 * @param externalId the external id that the roles of other accounts may require
 */
public record MemberAccess(
    Optional<String> organization, List<String> accounts, String externalId) {
  /** The value that means no organization, and no accounts. */
  public static final String NONE = "none";

  static final String EXPECTED_ACCOUNTS =
      "'none', or account ids of twelve digits separated by commas";

  private static final String ACCOUNTS = "[0-9]{12}( *, *[0-9]{12})*";

  /** Copies the list. */
  public MemberAccess {
    accounts = List.copyOf(accounts);
  }

  /** Whether a list of accounts is valid. */
  static boolean isAccounts(String value) {
    return value.equals(NONE) || value.matches(ACCOUNTS);
  }

  /** Parses valid values. */
  static MemberAccess parse(String organization, String accounts, String externalId) {
    return new MemberAccess(
        Optional.of(organization).filter(id -> !id.equals(NONE)),
        accounts.equals(NONE)
            ? List.of()
            : Arrays.stream(accounts.split(",", -1)).map(String::strip).distinct().toList(),
        externalId);
  }
}
