/**
 * The simulated services: each takes the calls of its operations, checks them as the service does
 * and reads or changes the world; the gateway routes requests to them.
 */
@NullMarked
package dev.bedrockinventory.simulator.service;

import org.jspecify.annotations.NullMarked;
