/**
 * The stored ledger comes in, findings about edited, missing or contradictory items go out; the
 * command line calls it.
 */
@NullMarked
package dev.bedrockinventory.verify;

import org.jspecify.annotations.NullMarked;
