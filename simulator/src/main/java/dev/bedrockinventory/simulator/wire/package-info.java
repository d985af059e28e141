/**
 * What travels: a request and its caller come in, an answer in the dialect of its service goes out,
 * and every call is logged; the gateway and the services speak in these.
 */
@NullMarked
package dev.bedrockinventory.simulator.wire;

import org.jspecify.annotations.NullMarked;
