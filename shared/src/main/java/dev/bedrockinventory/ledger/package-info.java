/**
 * The ledger in DynamoDB: takes the sweep's change sets and writes them as items in transactions,
 * and gives them back to the sweep, to the read side and to verification.
 */
@NullMarked
package dev.bedrockinventory.ledger;

import org.jspecify.annotations.NullMarked;
