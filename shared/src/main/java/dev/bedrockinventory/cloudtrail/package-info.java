/**
 * Parses CloudTrail records into calls, the resources they name and their evidence; pure, and
 * called by {@code CloudTrailProcessor} for each event.
 */
@NullMarked
package dev.bedrockinventory.cloudtrail;

import org.jspecify.annotations.NullMarked;
