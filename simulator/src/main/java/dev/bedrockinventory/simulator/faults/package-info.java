/**
 * Scripted faults: tests and the demo add them; the gateway applies them before it carries out a
 * call and before it sends the response.
 */
@NullMarked
package dev.bedrockinventory.simulator.faults;

import org.jspecify.annotations.NullMarked;
