package dev.bedrockinventory.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The active accounts of a part of the organization, as they were last listed.
 *
 * @param unit the organizational unit, or the name of the complete organization in the targets
 * @param accounts the twelve digits of each account; the item has room for 25,000
 * @param listedAt when
 */
public record AccountList(String unit, SortedSet<String> accounts, Instant listedAt) {
  /** Copies the accounts. */
  public AccountList {
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
  }
}
