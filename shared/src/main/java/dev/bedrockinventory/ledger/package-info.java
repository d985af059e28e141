/**
 * The ledger in DynamoDB: writes the sweep's changes as items in transactions, and returns them to
 * the sweep, to the read side and to verification.
 */
@NullMarked
package dev.bedrockinventory.ledger;

import org.jspecify.annotations.NullMarked;
