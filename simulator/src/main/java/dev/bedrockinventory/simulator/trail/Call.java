package dev.bedrockinventory.simulator.trail;

import dev.bedrockinventory.simulator.wire.Invocation;

/** A call that is recorded. */
record Call(Recorded recorded, Invocation invocation, Origin origin) {}
