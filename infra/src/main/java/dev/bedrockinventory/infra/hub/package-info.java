/** The stack of the home account: table, queues, functions, change bus and alarms. */
@NullMarked
package dev.bedrockinventory.infra.hub;

import org.jspecify.annotations.NullMarked;
