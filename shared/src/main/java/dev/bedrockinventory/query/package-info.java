/** Reads resources, their history and their changes from the ledger; the command line calls it. */
@NullMarked
package dev.bedrockinventory.query;

import org.jspecify.annotations.NullMarked;
