/**
 * Raw API JSON comes in, canonical documents and unmodeled members go out; pure, and called by the
 * packages that read responses of the API.
 */
@NullMarked
package dev.bedrockinventory.normalize;

import org.jspecify.annotations.NullMarked;
