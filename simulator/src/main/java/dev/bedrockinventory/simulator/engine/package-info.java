/**
 * Starts DynamoDB Local in this process: a directory or nothing comes in, an endpoint on 127.0.0.1
 * and the records of its stream go out; tests and the local system start it. Only this package
 * refers to DynamoDB Local's classes.
 */
@NullMarked
package dev.bedrockinventory.simulator.engine;

import org.jspecify.annotations.NullMarked;
