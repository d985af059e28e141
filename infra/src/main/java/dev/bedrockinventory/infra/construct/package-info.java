/** The building blocks that both stacks use: functions, permissions, metrics and event patterns. */
@NullMarked
package dev.bedrockinventory.infra.construct;

import org.jspecify.annotations.NullMarked;
