/**
 * Pure decisions: recorded and observed documents come in, change sets with field changes and chain
 * hashes go out; called by the sweep, and by verification to recompute them. Revisions and evidence
 * come in, who made each change goes out; called by the queries.
 */
@NullMarked
package dev.bedrockinventory.change;

import org.jspecify.annotations.NullMarked;
