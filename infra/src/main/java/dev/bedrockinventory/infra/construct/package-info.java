/**
 * The building blocks that both stacks use: functions, queues, permissions, metrics and event
 * patterns.
 */
@NullMarked
package dev.bedrockinventory.infra.construct;

import org.jspecify.annotations.NullMarked;
