/**
 * Verifies a stored ledger and returns findings about edited, missing or contradictory items; the
 * command line calls it. The feed calls {@link ImageCheck} for single items.
 */
@NullMarked
package dev.bedrockinventory.verify;

import org.jspecify.annotations.NullMarked;
