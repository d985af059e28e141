/**
 * The trail: each call that changes something or tries to comes in with its outcome from the
 * gateway, a CloudTrail record in an EventBridge envelope goes out to whoever drains the events.
 */
@NullMarked
package dev.bedrockinventory.simulator.cloudtrail;

import org.jspecify.annotations.NullMarked;
