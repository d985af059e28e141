/**
 * CloudTrail: calls that change, or try to change, a resource come in with their outcome from the
 * gateway; EventBridge events with CloudTrail records go out to the tests and to the local system.
 */
@NullMarked
package dev.bedrockinventory.simulator.cloudtrail;

import org.jspecify.annotations.NullMarked;
