package dev.bedrockinventory.simulator.cloudtrail;

import dev.bedrockinventory.simulator.wire.Invocation;

/** A call that is recorded. */
record CallRecord(RecordedOperation recorded, Invocation invocation, Origin origin) {}
