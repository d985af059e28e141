/**
 * Pure decisions: from what was recorded and what was observed to what is to be recorded, field by
 * field and chained; called by the sweep, and by verification to compute everything again.
 */
@NullMarked
package dev.bedrockinventory.change;

import org.jspecify.annotations.NullMarked;
