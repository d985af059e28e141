package dev.bedrockinventory.functions;

import dev.bedrockinventory.settings.Targets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The targets with the accounts of the organization.
 *
 * @param targets each account, and the problems of the parameters and of listing
 * @param added the accounts that became targets since the list before, whose events are published
 * @param removed the accounts that are no longer targets, whose events are published
 */
record OrganizationResult(Targets targets, SortedSet<String> added, SortedSet<String> removed) {
  /** Copies the sets. */
  OrganizationResult {
    added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
  }

  /** Nothing has changed. */
  static OrganizationResult unchanged(Targets targets) {
    return new OrganizationResult(targets, new TreeSet<>(), new TreeSet<>());
  }
}
