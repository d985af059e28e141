/**
 * What there is to see: profiles, imported models, import jobs, tags, parameters, queues and event
 * buses of each account and region; the services read and change it for their callers, tests and
 * the demo directly.
 */
@NullMarked
package dev.bedrockinventory.simulator.world;

import org.jspecify.annotations.NullMarked;
