/**
 * A faithful local Bedrock control plane: takes HTTP requests of any AWS client, answers as the
 * service does, for tests and the local system.
 */
@NullMarked
package dev.bedrockinventory.simulator;

import org.jspecify.annotations.NullMarked;
