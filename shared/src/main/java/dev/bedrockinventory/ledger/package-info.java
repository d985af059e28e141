/**
 * The ledger: writes the sweep's change sets as items in transactions, and reads them for the
 * sweep, the queries and verification. Its port {@code ItemStore} has an adapter for each kind of
 * store.
 */
@NullMarked
package dev.bedrockinventory.ledger;

import org.jspecify.annotations.NullMarked;
