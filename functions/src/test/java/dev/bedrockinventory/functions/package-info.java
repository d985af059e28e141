/** Tests of the handlers, in process, over the simulator and a real DynamoDB engine. */
@NullMarked
package dev.bedrockinventory.functions;

import org.jspecify.annotations.NullMarked;
