/**
 * The ledger's store in one SQLite file, with views for any SQLite tool; the command line opens it.
 */
@NullMarked
package dev.bedrockinventory.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
