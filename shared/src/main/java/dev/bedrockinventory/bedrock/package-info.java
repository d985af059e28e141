/**
 * The AWS calls: takes a scope from the sweep, asks the real clients of one account and region, all
 * pages, details and tags, paced and counted, and returns what was seen; every remote failure is a
 * value with its reason.
 */
@NullMarked
package dev.bedrockinventory.bedrock;

import org.jspecify.annotations.NullMarked;
