/**
 * The read side: takes questions about resources, their history and the ledger's integrity, and
 * answers them from the ledger's queries; the command line and the dashboards call it.
 */
@NullMarked
package dev.bedrockinventory.audit;

import org.jspecify.annotations.NullMarked;
