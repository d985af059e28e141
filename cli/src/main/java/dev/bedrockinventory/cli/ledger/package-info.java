/** The ledger that a command works on, in a table or in a file; the options open it. */
@NullMarked
package dev.bedrockinventory.cli.ledger;

import org.jspecify.annotations.NullMarked;
