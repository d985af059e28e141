/**
 * Raw API JSON comes in, canonical documents go out, with the members that the rule table does not
 * know named; pure, and called by whatever reads an answer of the API.
 */
@NullMarked
package dev.bedrockinventory.normalize;

import org.jspecify.annotations.NullMarked;
