/**
 * The CDK context comes in, the validated configuration of a deployment goes out; the stacks read
 * it.
 */
@NullMarked
package dev.bedrockinventory.infra.config;

import org.jspecify.annotations.NullMarked;
