/**
 * What can go wrong on demand: tests and the demo script faults, the gateway asks before it lets a
 * call through and before it sends the answer.
 */
@NullMarked
package dev.bedrockinventory.simulator.faults;

import org.jspecify.annotations.NullMarked;
