/**
 * CloudTrail records come in, the resources they name and the evidence they carry go out; pure, and
 * called by the processing of events.
 */
@NullMarked
package dev.bedrockinventory.cloudtrail;

import org.jspecify.annotations.NullMarked;
