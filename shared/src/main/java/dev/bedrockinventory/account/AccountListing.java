package dev.bedrockinventory.account;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The result of listing the accounts of a part of the organization. */
public sealed interface AccountListing {
  /**
   * All pages were read.
   *
   * @param active the active accounts; an organizational unit may have none
   * @param inactive the state of each other account, such as {@code SUSPENDED}
   */
  record Listed(SortedSet<String> active, SortedMap<String, String> inactive)
      implements AccountListing {
    /** Copies the collections. */
    public Listed {
      active = Collections.unmodifiableSortedSet(new TreeSet<>(active));
      inactive = Collections.unmodifiableSortedMap(new TreeMap<>(inactive));
    }
  }

  /**
   * Something could not be read, so that nothing is known.
   *
   * @param reason what failed
   * @param error the error, of one line
   */
  record Failed(Reason reason, String error) implements AccountListing {}

  /** What failed; how to fix it depends on who lists the accounts. */
  enum Reason {
    /** The credentials may not list accounts, or are of another member account. */
    DENIED,
    /** The account is not in an organization. */
    NO_ORGANIZATION,
    /** There is no such organizational unit. */
    NO_UNIT,
    /** Anything else, such as throttling or no response. */
    OTHER
  }
}
