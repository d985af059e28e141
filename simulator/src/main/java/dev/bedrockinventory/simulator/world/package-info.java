/**
 * The simulated state of each account and region: profiles, imported models, import jobs, tags,
 * parameters, queues and event buses; the services read and change it for their callers, tests and
 * the demo directly.
 */
@NullMarked
package dev.bedrockinventory.simulator.world;

import org.jspecify.annotations.NullMarked;
