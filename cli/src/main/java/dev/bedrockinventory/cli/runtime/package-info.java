/**
 * The deployed system on one machine: the handlers, their queues and schedules against the
 * simulator; the demo and the command local start it.
 */
@NullMarked
package dev.bedrockinventory.cli.runtime;

import org.jspecify.annotations.NullMarked;
