/**
 * Pure decisions: recorded and observed documents come in, change sets with field changes and chain
 * hashes go out; called by the sweep, and by verification to recompute them.
 */
@NullMarked
package dev.bedrockinventory.change;

import org.jspecify.annotations.NullMarked;
