/**
 * Verifies a stored ledger and returns findings about edited, missing or contradictory items; the
 * command line and the dashboard call it. The feed's handler calls {@link StreamImageCheck} for
 * single items.
 */
@NullMarked
package dev.bedrockinventory.verify;

import org.jspecify.annotations.NullMarked;
