/**
 * The AWS calls: a scope comes in from the sweep, an observation of all pages, details and tags
 * goes out; calls are paced and counted, and every remote failure is a value with its reason.
 */
@NullMarked
package dev.bedrockinventory.bedrock;

import org.jspecify.annotations.NullMarked;
