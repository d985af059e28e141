/**
 * Requests, callers and responses: the gateway and the services exchange them in the protocol of
 * each service, and every call is logged.
 */
@NullMarked
package dev.bedrockinventory.simulator.wire;

import org.jspecify.annotations.NullMarked;
