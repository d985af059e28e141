/**
 * The Lambda handlers: take events, call the shared module, report in logs and metrics; called by
 * Lambda and by the local system.
 */
@NullMarked
package dev.bedrockinventory.functions;

import org.jspecify.annotations.NullMarked;
