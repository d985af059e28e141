package dev.bedrockinventory.functions;

import java.util.SortedSet;

/** The result of listing the accounts of a part of the organization. */
sealed interface AccountListing {
  /**
   * All pages were read.
   *
   * @param accounts the active accounts; an organizational unit may have none
   */
  record Listed(SortedSet<String> accounts) implements AccountListing {}

  /**
   * Something could not be read, so that nothing is known.
   *
   * @param reason the failed operation and its error, and how to fix it
   */
  record Failed(String reason) implements AccountListing {}
}
