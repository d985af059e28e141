/**
 * The ledger in DynamoDB: writes the sweep's change sets as items in transactions, and reads them
 * for the sweep, the queries and verification.
 */
@NullMarked
package dev.bedrockinventory.ledger;

import org.jspecify.annotations.NullMarked;
