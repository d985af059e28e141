/** Tests of the handlers, in process, over the simulator and DynamoDB Local. */
@NullMarked
package dev.bedrockinventory.functions;

import org.jspecify.annotations.NullMarked;
