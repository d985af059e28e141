/**
 * Converts raw API JSON to canonical documents and reports unmodeled members; pure, and called by
 * the code that reads API responses.
 */
@NullMarked
package dev.bedrockinventory.normalize;

import org.jspecify.annotations.NullMarked;
