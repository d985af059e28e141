/**
 * The read side: takes questions about resources, their history and their changes, and answers them
 * from the ledger's queries; the command line and the dashboards call it.
 */
@NullMarked
package dev.bedrockinventory.query;

import org.jspecify.annotations.NullMarked;
